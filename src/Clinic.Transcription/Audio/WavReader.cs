using System.Buffers.Binary;
using System.Globalization;
using NodaTime;

namespace Clinic.Transcription.Audio;

/// <summary>Reads RIFF and RF64, with the sizes that live writers leave open.</summary>
/// <seealso href="https://www.mmsp.ece.mcgill.ca/Documents/AudioFormats/WAVE/WAVE.html"/>
internal static class WavReader
{
    private const uint OpenSize = uint.MaxValue;
    private const int SmallestFormat = 16;
    private const int LargestFormat = 1024;
    private const int MostChannels = 32;
    private const int HighestRate = 768_000;

    public static async ValueTask<AudioFinding> ReadAsync(AudioSource source, CancellationToken ct)
    {
        var found = new AudioFinding();
        var riff = await source.TakeAsync(12, ct).ConfigureAwait(false);
        if (riff.IsEmpty) return found.Unreadable("RIFF");
        var riffEnd = 8L + BinaryPrimitives.ReadUInt32LittleEndian(riff.Span[4..]);
        long? wide = null;
        while (true)
        {
            var head = await source.TakeAsync(8, ct).ConfigureAwait(false);
            if (head.IsEmpty) return found.Unreadable(found.SampleRate is null ? "fmt" : "data");
            long size = BinaryPrimitives.ReadUInt32LittleEndian(head.Span[4..]);
            if (head.Span.StartsWith("data"u8)) return await DataAsync(source, found, size, riffEnd, wide, ct).ConfigureAwait(false);
            if (head.Span.StartsWith("ds64"u8) && size >= 24) wide = await WideAsync(source, size, ct).ConfigureAwait(false);
            else if (head.Span.StartsWith("fmt "u8)) await FormatAsync(source, found, size, ct).ConfigureAwait(false);
            else await source.SkipAsync(size + (size & 1), ct).ConfigureAwait(false);
            if (found.Problem is not null || found.Unsupported is not null) return found;
        }
    }

    private static async ValueTask<long?> WideAsync(AudioSource source, long size, CancellationToken ct)
    {
        var sizes = await source.TakeAsync(24, ct).ConfigureAwait(false);
        var data = sizes.IsEmpty ? (long?)null : BinaryPrimitives.ReadInt64LittleEndian(sizes.Span[8..]);
        await source.SkipAsync(size - 24 + (size & 1), ct).ConfigureAwait(false);
        return data;
    }

    private static async ValueTask FormatAsync(AudioSource source, AudioFinding found, long size, CancellationToken ct)
    {
        var bytes = size is < SmallestFormat or > LargestFormat ? default : await source.TakeAsync((int)(size + (size & 1)), ct).ConfigureAwait(false);
        if (bytes.IsEmpty)
        {
            found.Unreadable("fmt");
            return;
        }

        Describe(bytes.Span, found);
    }

    private static void Describe(ReadOnlySpan<byte> format, AudioFinding found)
    {
        var tag = BinaryPrimitives.ReadUInt16LittleEndian(format);
        // Extensible: the true tag opens the sub-format.
        if (tag == 0xfffe && format.Length >= 26) tag = BinaryPrimitives.ReadUInt16LittleEndian(format[24..]);
        int channels = BinaryPrimitives.ReadUInt16LittleEndian(format[2..]);
        var rate = BinaryPrimitives.ReadUInt32LittleEndian(format[4..]);
        int block = BinaryPrimitives.ReadUInt16LittleEndian(format[12..]);
        int bits = BinaryPrimitives.ReadUInt16LittleEndian(format[14..]);
        var encoding = (tag, bits) switch
        {
            (1, 8) => "pcm8",
            (1, 16) => "linear16",
            (1, 24) => "pcm24",
            (1, 32) => "pcm32",
            (3, 32) => "float32",
            (3, 64) => "float64",
            (6, 8) => "alaw",
            (7, 8) => "mulaw",
            _ => null,
        };
        if (encoding is null) found.NotTaken(string.Create(CultureInfo.InvariantCulture, $"WAV {tag:x4}/{bits}"));
        else if (channels is 0 or > MostChannels || rate is 0 or > HighestRate || block != channels * bits / 8) found.Unreadable("fmt");
        else (found.Encoding, found.Channels, found.SampleRate, found.BitsPerSample) = (encoding, channels, (int)rate, bits);
    }

    private static async ValueTask<AudioFinding> DataAsync(AudioSource source, AudioFinding found, long said, long riffEnd, long? wide, CancellationToken ct)
    {
        if (found.SampleRate is not { } rate) return found.Unreadable("fmt");
        found.DataOffset = source.Position;
        // A live writer does not know the size yet: all ones, or nothing although more follows than the file says.
        var open = said == OpenSize || (said == 0 && (riffEnd <= source.Position || riffEnd == 8L + OpenSize));
        if (wide > 0 && said == OpenSize) (said, open) = (wide.Value, false);
        var frame = found.Channels!.Value * found.BitsPerSample!.Value / 8;
        if (!open)
        {
            source.Expect(source.Position + said);
            source.Hear(Length(said, frame, rate));
        }

        var left = open ? long.MaxValue : said;
        var heard = 0L;
        while (left > 0)
        {
            var step = await source.SkipAsync(Math.Min(left, 1 << 16), ct).ConfigureAwait(false);
            if (step == 0) break;
            heard += step;
            left -= step;
            source.Hear(Length(heard, frame, rate));
        }

        found.Truncated = !open && left > 0;
        found.HasAudio = heard >= frame;
        found.Duration = Length(heard, frame, rate);
        if (!open) await source.SkipAsync(long.MaxValue, ct).ConfigureAwait(false);
        return found;
    }

    private static Duration Length(long bytes, int frame, int rate) =>
        Duration.FromNanoseconds((Int128)(bytes / frame) * 1_000_000_000 / rate is var n && n > long.MaxValue ? long.MaxValue : (long)n);
}
