namespace Clinic.Transcription.Searching;

/// <summary>A stretch of an excerpt that was looked for.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="Length">In characters.</param>
public readonly record struct TextMark(int Start, int Length);
