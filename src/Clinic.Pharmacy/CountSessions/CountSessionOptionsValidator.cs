using Microsoft.Extensions.Options;

namespace Clinic.Pharmacy.CountSessions;

/// <summary>Checks the options at start; source-generated from their attributes.</summary>
[OptionsValidator]
internal sealed partial class CountSessionOptionsValidator : IValidateOptions<CountSessionOptions>;
