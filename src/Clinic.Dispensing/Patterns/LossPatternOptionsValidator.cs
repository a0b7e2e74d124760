using Microsoft.Extensions.Options;

namespace Clinic.Dispensing.Patterns;

/// <summary>Checks the options at start; source-generated from their attributes.</summary>
[OptionsValidator]
internal sealed partial class LossPatternOptionsValidator : IValidateOptions<LossPatternOptions>;
