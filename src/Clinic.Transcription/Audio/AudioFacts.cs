using NodaTime;

namespace Clinic.Transcription.Audio;

/// <summary>What a recording says about itself, read from its own bytes.</summary>
/// <param name="Container">Its kind by its first bytes.</param>
/// <param name="Bytes">As many as were read; all of them where nothing was refused.</param>
public sealed record AudioFacts(AudioContainer Container, long Bytes)
{
    /// <summary>How samples are written, such as <c>linear16</c>, <c>pcm24</c>, <c>float32</c>, <c>opus</c> or <c>mp4a</c>; null where it is not said.</summary>
    public string? Encoding { get; init; }

    /// <summary>Hertz, where it is said.</summary>
    public int? SampleRate { get; init; }

    /// <summary>1 or more, where it is said.</summary>
    public int? Channels { get; init; }

    /// <summary>Of one sample of one channel, where samples are raw.</summary>
    public int? BitsPerSample { get; init; }

    /// <summary>Its length; null where the file does not tell it.</summary>
    public Duration? Duration { get; init; }

    /// <summary>Where the samples of a WAV file begin; 0 in other kinds.</summary>
    public long DataOffset { get; init; }

    /// <summary>Whether it ends before it should, such as after a lost upload.</summary>
    public bool Truncated { get; init; }

    /// <summary>The form in which engines are told about it; containers speak for themselves.</summary>
    public AudioFormat ToFormat() => new(AudioSignature.MediaTypeOf(Container), SampleRate: SampleRate, Channels: Channels ?? 1);
}
