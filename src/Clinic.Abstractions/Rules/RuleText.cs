namespace Clinic.Abstractions;

/// <summary>A permanent code, its family, and its sentence in two languages.</summary>
/// <param name="Code">The permanent code, such as <c>PHA201</c>.</param>
/// <param name="Kind">Which answer a host gives.</param>
/// <param name="English">The sentence in English, with <c>{fact}</c> places.</param>
/// <param name="Spanish">The sentence in Spanish, with the same places.</param>
public sealed record RuleText(string Code, RuleKind Kind, string English, string Spanish);
