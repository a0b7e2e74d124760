using System.Buffers.Binary;
using NodaTime;

namespace Clinic.Transcription.Audio;

/// <summary>Reads STREAMINFO, the first block of a FLAC file.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc9639#name-streaminfo"/>
internal static class FlacReader
{
    private const int StreamInfoBytes = 34;

    public static async ValueTask<AudioFinding> ReadAsync(AudioSource source, CancellationToken ct)
    {
        var found = new AudioFinding { Encoding = "flac" };
        var tag = await source.PeekAsync(10, ct).ConfigureAwait(false);
        if (tag.Length == 10 && tag.Span.StartsWith("ID3"u8)) await source.SkipAsync(Mp3Frame.TagBytes(tag.Span), ct).ConfigureAwait(false);
        var head = await source.TakeAsync(8 + StreamInfoBytes, ct).ConfigureAwait(false);
        if (head.IsEmpty || !head.Span.StartsWith("fLaC"u8) || (head.Span[4] & 0x7f) != 0 || !Describe(head.Span[8..], found)) return found.Unreadable("STREAMINFO");
        if (found.Duration is { } said) source.Hear(said);
        var last = (head.Span[4] & 0x80) != 0;
        while (!last)
        {
            var next = await source.TakeAsync(4, ct).ConfigureAwait(false);
            if (next.IsEmpty) return Ended(found);
            last = (next.Span[0] & 0x80) != 0;
            var size = (long)BinaryPrimitives.ReadUInt32BigEndian(next.Span) & 0xffffff;
            if (await source.SkipAsync(size, ct).ConfigureAwait(false) < size) return Ended(found);
        }

        found.HasAudio = await source.SkipAsync(long.MaxValue, ct).ConfigureAwait(false) > 0;
        return found;
    }

    private static AudioFinding Ended(AudioFinding found)
    {
        found.Truncated = true;
        return found;
    }

    private static bool Describe(ReadOnlySpan<byte> info, AudioFinding found)
    {
        // 20 bits of rate, 3 of channels, 5 of bits per sample, 36 of samples.
        var packed = BinaryPrimitives.ReadUInt64BigEndian(info[10..]);
        var rate = (int)(packed >> 44);
        var samples = (long)(packed & 0xf_ffff_ffff);
        if (rate == 0) return false;
        (found.SampleRate, found.Channels, found.BitsPerSample) = (rate, (int)((packed >> 41) & 7) + 1, (int)((packed >> 36) & 31) + 1);
        if (samples > 0) found.Duration = Duration.FromNanoseconds((long)((Int128)samples * 1_000_000_000 / rate));
        return true;
    }
}
