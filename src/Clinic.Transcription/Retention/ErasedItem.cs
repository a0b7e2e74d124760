namespace Clinic.Transcription.Retention;

/// <summary>One thing that an erasure destroyed.</summary>
/// <param name="Kind"><c>audio</c>, <c>transcript</c> or <c>report</c>.</param>
/// <param name="Id">The UUID of its session or report.</param>
/// <param name="Sha256">Of the encrypted bytes as they lay there, or of what identified the recording; lower-case hexadecimal.</param>
public sealed record ErasedItem(string Kind, Guid Id, string Sha256);
