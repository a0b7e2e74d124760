using System.Buffers.Binary;
using NodaTime;

namespace Clinic.Transcription.Audio;

/// <summary>Walks the boxes of an MP4 file; its length is its own word, or the sum of its fragments where it was recorded in pieces.</summary>
/// <seealso href="https://mp4ra.org/registered-types/boxes"/>
internal static class Mp4Reader
{
    private const int LargestBox = 4096;
    private const int LargestRun = 1 << 20;

    public static async ValueTask<AudioFinding> ReadAsync(AudioSource source, CancellationToken ct)
    {
        var found = new AudioFinding();
        var moov = false;
        var pieces = new Mp4Pieces();
        while (!await source.AtEndAsync(ct).ConfigureAwait(false))
        {
            var head = await source.TakeAsync(8, ct).ConfigureAwait(false);
            if (head.IsEmpty) break;
            long size = BinaryPrimitives.ReadUInt32BigEndian(head.Span);
            var kind = BinaryPrimitives.ReadUInt32BigEndian(head.Span[4..]);
            var taken = 8;
            if (size == 1)
            {
                var wide = await source.TakeAsync(8, ct).ConfigureAwait(false);
                if (wide.IsEmpty) break;
                (size, taken) = (BinaryPrimitives.ReadInt64BigEndian(wide.Span), 16);
            }

            if (size != 0 && size < taken) return found.Unreadable("MP4 box");
            moov |= kind == Name("moov"u8);
            if (kind == Name("moov"u8) || kind == Name("trak"u8) || kind == Name("mdia"u8) || kind == Name("minf"u8) || kind == Name("stbl"u8) || kind == Name("mvex"u8) || kind == Name("moof"u8) || kind == Name("traf"u8)) continue;
            var body = size == 0 ? long.MaxValue : size - taken;
            if (kind == Name("mdat"u8)) found.HasAudio |= body > 0;
            if (!await BoxAsync(source, found, pieces, kind, body, ct).ConfigureAwait(false)) break;
        }

        if (found.Duration is null && pieces.Length is { } length)
        {
            found.Duration = length;
            source.Hear(length);
        }

        found.Truncated = source.Cut;
        return moov ? found : found.Unreadable("moov");
    }

    private static async ValueTask<bool> BoxAsync(AudioSource source, AudioFinding found, Mp4Pieces pieces, uint kind, long body, CancellationToken ct)
    {
        var wanted = kind == Name("mvhd"u8) || kind == Name("stsd"u8) || Mp4Pieces.Reads(kind);
        if (!wanted || body is 0 || body > (kind == Name("trun"u8) ? LargestRun : LargestBox)) return await source.SkipAsync(body, ct).ConfigureAwait(false) == body || body == long.MaxValue;
        var bytes = await source.TakeAsync((int)body, ct).ConfigureAwait(false);
        if (bytes.IsEmpty) return false;
        if (kind == Name("mvhd"u8)) Movie(bytes.Span, source, found);
        else if (kind == Name("stsd"u8)) Sample(bytes.Span, found);
        else pieces.See(kind, bytes.Span);
        return true;
    }

    private static void Movie(ReadOnlySpan<byte> box, AudioSource source, AudioFinding found)
    {
        var wide = box[0] == 1;
        if (box.Length < (wide ? 32 : 20)) return;
        var scale = BinaryPrimitives.ReadUInt32BigEndian(box[(wide ? 20 : 12)..]);
        var units = wide ? BinaryPrimitives.ReadUInt64BigEndian(box[24..]) : BinaryPrimitives.ReadUInt32BigEndian(box[16..]);
        // 0 and all ones are "not known", as in what is recorded in pieces.
        if (scale == 0 || units is 0 or uint.MaxValue or > long.MaxValue) return;
        found.Duration = Duration.FromNanoseconds((long)Int128.Min((Int128)units * 1_000_000_000 / scale, long.MaxValue));
        source.Hear(found.Duration.Value);
    }

    private static void Sample(ReadOnlySpan<byte> box, AudioFinding found)
    {
        if (box.Length < 44) return;
        var kind = BinaryPrimitives.ReadUInt32BigEndian(box[12..]);
        var encoding = kind == Name("mp4a"u8) ? "mp4a" : kind == Name("Opus"u8) ? "opus" : kind == Name("alac"u8) ? "alac" : kind == Name("fLaC"u8) ? "flac" : null;
        if (encoding is null)
        {
            if (kind == Name("avc1"u8) || kind == Name("hvc1"u8) || kind == Name("hev1"u8) || kind == Name("vp09"u8)) found.NotTaken("video");
            return;
        }

        (found.Encoding, found.Channels, found.SampleRate) = (encoding, BinaryPrimitives.ReadUInt16BigEndian(box[32..]), BinaryPrimitives.ReadUInt16BigEndian(box[40..]));
    }

    internal static uint Name(ReadOnlySpan<byte> name) => BinaryPrimitives.ReadUInt32BigEndian(name);
}
