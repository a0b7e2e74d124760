using NodaTime;

namespace Clinic.Transcription.Sessions;

/// <summary>What was written of a recording.</summary>
/// <param name="Bytes">Of the audio as it was given.</param>
/// <param name="Length">How long it is, where that can be computed.</param>
/// <param name="IsTruncated">Whether its end is missing.</param>
public sealed record CapturedAudio(long Bytes, Duration? Length, bool IsTruncated);
