using Microsoft.Extensions.Options;

namespace Clinic.Pharmacy.Recalls;

/// <summary>Checks the options at start; source-generated from their attributes.</summary>
[OptionsValidator]
internal sealed partial class RecallOptionsValidator : IValidateOptions<RecallOptions>;
