using NodaTime;

namespace Clinic.Transcription.Audio;

/// <summary>How much one recording may be; more is refused while it comes in, without reading it all.</summary>
/// <param name="LargestBytes">The most bytes as they come in, before anything is made smaller.</param>
/// <param name="Longest">The longest time, where it can be told.</param>
public sealed record AudioLimits(long LargestBytes, Duration Longest)
{
    /// <summary>3 GB and 3 hours.</summary>
    public static AudioLimits Default { get; } = new(3_000_000_000, Duration.FromHours(3));
}
