using NodaTime;

namespace Clinic.Transcription.Sessions;

/// <summary>What was written of a recording.</summary>
/// <param name="Bytes">Of the audio as it was given.</param>
/// <param name="Length">How long it is, where that can be computed.</param>
/// <param name="IsTruncated">Whether its end is missing.</param>
public sealed record CapturedAudio(long Bytes, Duration? Length, bool IsTruncated)
{
    /// <summary>How many pieces the vault sealed; null where it sealed nothing.</summary>
    public long? Chunks { get; init; }

    /// <summary>The vault's hash of what never changes in the recording; null where it sealed nothing.</summary>
    public string? Hash { get; init; }
}
