using NodaTime;

namespace Clinic.Transcription.Audio;

/// <summary>What a reader of one kind of file found, while it reads.</summary>
internal sealed class AudioFinding
{
    public string? Encoding { get; set; }

    public int? SampleRate { get; set; }

    public int? Channels { get; set; }

    public int? BitsPerSample { get; set; }

    public Duration? Duration { get; set; }

    public long DataOffset { get; set; }

    public bool Truncated { get; set; }

    /// <summary>Whether there is any sound after the headers.</summary>
    public bool HasAudio { get; set; }

    /// <summary>What cannot be read, as a word of the format; null where all could.</summary>
    public string? Problem { get; private set; }

    /// <summary>The name of an encoding that is not taken.</summary>
    public string? Unsupported { get; private set; }

    public AudioFinding Unreadable(string what)
    {
        Problem ??= what;
        return this;
    }

    public AudioFinding NotTaken(string encoding)
    {
        Unsupported ??= encoding;
        return this;
    }
}
