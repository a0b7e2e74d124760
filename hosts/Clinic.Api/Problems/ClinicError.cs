namespace Clinic.Api.Problems;

/// <summary>One failed guard.</summary>
/// <param name="Code">The permanent code.</param>
/// <param name="Message">The sentence, in the language asked for.</param>
/// <param name="Facts">What was asked, found and allowed, by name.</param>
public sealed record ClinicError(string Code, string Message, IReadOnlyDictionary<string, string> Facts);
