namespace Clinic.Transcription.Audio;

/// <summary>Single channels of interleaved little-endian samples of 1, 2 or 3 bytes.</summary>
internal static class Samples
{
    private const int Silence8 = 128;

    public static void Read(ReadOnlySpan<byte> data, int width, int channels, int channel, Span<int> samples)
    {
        var step = width * channels;
        var at = channel * width;
        for (var i = 0; i < samples.Length; i++, at += step)
        {
            samples[i] = width switch
            {
                1 => data[at] - Silence8,
                2 => (short)(data[at] | (data[at + 1] << 8)),
                _ => ((data[at] | (data[at + 1] << 8) | (data[at + 2] << 16)) << 8) >> 8,
            };
        }
    }

    public static void Write(Span<byte> data, int width, int channels, int channel, ReadOnlySpan<int> samples)
    {
        var step = width * channels;
        var at = channel * width;
        for (var i = 0; i < samples.Length; i++, at += step)
        {
            var value = width == 1 ? samples[i] + Silence8 : samples[i];
            data[at] = (byte)value;
            if (width > 1) data[at + 1] = (byte)(value >> 8);
            if (width > 2) data[at + 2] = (byte)(value >> 16);
        }
    }
}
