using Microsoft.Extensions.Options;

namespace Clinic.Pharmacy.Alerts;

/// <summary>Checks the options at start; source-generated from their attributes.</summary>
[OptionsValidator]
internal sealed partial class AlertOptionsValidator : IValidateOptions<AlertOptions>;
