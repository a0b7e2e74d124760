using Microsoft.Extensions.Options;

namespace Clinic.Dispensing.Spoken;

/// <summary>Checks the options at start; source-generated from their attributes.</summary>
[OptionsValidator]
internal sealed partial class SpokenOptionsValidator : IValidateOptions<SpokenOptions>;
