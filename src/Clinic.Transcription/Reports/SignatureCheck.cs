namespace Clinic.Transcription.Reports;

/// <summary>Whether something signed still is what was signed.</summary>
/// <param name="Part">The version or addendum.</param>
/// <param name="IsGenuine">Whether content, hash and signature agree.</param>
/// <param name="ContentHash">SHA-256 of the content that was signed.</param>
public sealed record SignatureCheck(RecordPart Part, bool IsGenuine, string ContentHash);
