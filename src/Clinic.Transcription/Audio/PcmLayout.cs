namespace Clinic.Transcription.Audio;

/// <summary>Where raw samples lie in a recording, so that it can be made smaller without losing a bit.</summary>
/// <param name="BytesPerSample">1, 2 or 3, little-endian; one byte is unsigned.</param>
/// <param name="Channels">1 to 8, interleaved.</param>
/// <param name="DataOffset">The bytes before the first sample, such as the head of a WAV file.</param>
public sealed record PcmLayout(int BytesPerSample, int Channels, long DataOffset = 0)
{
    private const int MostChannels = 8;

    internal int FrameBytes => BytesPerSample * Channels;

    internal bool IsValid => BytesPerSample is >= 1 and <= 3 && Channels is >= 1 and <= MostChannels && DataOffset >= 0;

    /// <summary>The layout of a WAV file of 8, 16 or 24 bits; null for what is kept as it is.</summary>
    public static PcmLayout? Of(AudioFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var layout = facts is { Encoding: "pcm8" or "linear16" or "pcm24", BitsPerSample: { } bits, Channels: { } channels } ? new PcmLayout(bits / 8, channels, facts.DataOffset) : null;
        return layout is { IsValid: true } ? layout : null;
    }

    /// <summary>The layout of raw <c>linear16</c>; null for what is kept as it is.</summary>
    public static PcmLayout? Of(AudioFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        var layout = format.Encoding == "linear16" ? new PcmLayout(2, format.Channels) : null;
        return layout is { IsValid: true } ? layout : null;
    }
}
