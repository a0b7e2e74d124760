namespace Clinic.Transcription.Drafting.Redaction;

/// <summary>A stretch of text that points at a person.</summary>
internal readonly record struct IdentifierSpan(string Kind, int Start, int Length);
