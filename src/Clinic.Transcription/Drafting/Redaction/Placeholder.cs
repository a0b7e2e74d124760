namespace Clinic.Transcription.Drafting.Redaction;

/// <summary>One stretch that was taken out of a segment.</summary>
/// <param name="Name">What stands there instead, such as <c>[PERSON_1]</c>.</param>
/// <param name="Start">In the redacted text.</param>
/// <param name="OriginalStart">In the original text.</param>
/// <param name="OriginalLength">Of the stretch.</param>
internal readonly record struct Placeholder(string Name, int Start, int OriginalStart, int OriginalLength);
