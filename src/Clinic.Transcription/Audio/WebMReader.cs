using System.Buffers.Binary;
using System.Text;
using NodaTime;

namespace Clinic.Transcription.Audio;

/// <summary>Walks a WebM file; recorders of browsers leave sizes and length open, so clusters tell the time.</summary>
/// <remarks>Elements that hold others are entered and never left: children follow each other all the same, whatever their parent's size.</remarks>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc8794"/>
internal static class WebMReader
{
    private const long Ebml = 0x1a45dfa3;
    private const long Segment = 0x18538067;
    private const long Info = 0x1549a966;
    private const long TimecodeScale = 0x2ad7b1;
    private const long DurationOfInfo = 0x4489;
    private const long DocType = 0x4282;
    private const long Tracks = 0x1654ae6b;
    private const long TrackEntry = 0xae;
    private const long CodecId = 0x86;
    private const long AudioOfTrack = 0xe1;
    private const long SamplingFrequency = 0xb5;
    private const long ChannelsOfTrack = 0x9f;
    private const long Cluster = 0x1f43b675;
    private const long Timecode = 0xe7;
    private const long BlockGroup = 0xa0;
    private const long SimpleBlock = 0xa3;
    private const long Block = 0xa1;
    private const int LargestValue = 1024;

    public static async ValueTask<AudioFinding> ReadAsync(AudioSource source, CancellationToken ct)
    {
        var walk = new Walk(source);
        while (!await source.AtEndAsync(ct).ConfigureAwait(false))
        {
            if (await NumberAsync(source, keepMarker: true, ct).ConfigureAwait(false) is not { } id) return walk.End(broken: true);
            if (await NumberAsync(source, keepMarker: false, ct).ConfigureAwait(false) is not { } size) return walk.End(broken: true);
            if (id is Ebml or Segment or Info or Tracks or TrackEntry or AudioOfTrack or Cluster or BlockGroup) continue;
            // Only what holds others may leave its size open.
            if (size == long.MaxValue) return walk.Found.Unreadable("EBML size");
            if (!await walk.ElementAsync(id, size, ct).ConfigureAwait(false)) return walk.End(broken: true);
            if (walk.Found.Problem is not null || walk.Found.Unsupported is not null) return walk.Found;
        }

        return walk.End(broken: false);
    }

    // A number of 1 to 8 bytes whose leading bit says how many; all ones is "not known".
    private static async ValueTask<long?> NumberAsync(AudioSource source, bool keepMarker, CancellationToken ct)
    {
        var first = await source.PeekAsync(1, ct).ConfigureAwait(false);
        if (first.IsEmpty || first.Span[0] == 0) return null;
        var length = byte.LeadingZeroCount(first.Span[0]) + 1;
        var bytes = await source.TakeAsync(length, ct).ConfigureAwait(false);
        if (bytes.IsEmpty) return null;
        var value = Unsigned(bytes.Span);
        if (keepMarker) return value;
        var mask = (1L << (7 * length)) - 1;
        return (value & mask) == mask ? long.MaxValue : value & mask;
    }

    private static long Unsigned(ReadOnlySpan<byte> bytes)
    {
        var value = 0L;
        foreach (var b in bytes) value = (value << 8) | b;
        return value;
    }

    private sealed class Walk(AudioSource source)
    {
        private long scale = 1_000_000;
        private long cluster;
        private double? said;
        private Duration heard;

        public AudioFinding Found { get; } = new();

        public async ValueTask<bool> ElementAsync(long id, long size, CancellationToken ct)
        {
            if (id is SimpleBlock or Block) return await BlockAsync(size, ct).ConfigureAwait(false);
            if (id is not (TimecodeScale or DurationOfInfo or DocType or CodecId or SamplingFrequency or ChannelsOfTrack or Timecode) || size > LargestValue)
                return await source.SkipAsync(size, ct).ConfigureAwait(false) == size;
            var value = await source.TakeAsync((int)size, ct).ConfigureAwait(false);
            if (value.Length != size) return false;
            Value(id, value.Span);
            return true;
        }

        public AudioFinding End(bool broken)
        {
            Found.Truncated = broken;
            var length = said is { } s ? Duration.FromNanoseconds(Math.Min(s * scale, 1e18)) : Duration.Zero;
            if (Found.HasAudio) Found.Duration = Duration.Max(length, heard);
            return Found.Encoding is null ? Found.Unreadable("Tracks") : Found;
        }

        private void Value(long id, ReadOnlySpan<byte> value)
        {
            switch (id)
            {
                case TimecodeScale: scale = Math.Clamp(Unsigned(value), 1, 1_000_000_000); break;
                case Timecode: cluster = Unsigned(value); break;
                case DurationOfInfo: said = Real(value); break;
                case SamplingFrequency: Found.SampleRate = Real(value) is > 0 and < 1e7 and var rate ? (int)rate : null; break;
                case ChannelsOfTrack: Found.Channels = (int)Math.Clamp(Unsigned(value), 1, 255); break;
                case DocType when !value.SequenceEqual("webm"u8) && !value.SequenceEqual("matroska"u8): Found.Unreadable("DocType"); break;
                case CodecId: Codec(Encoding.ASCII.GetString(value).TrimEnd('\0')); break;
            }
        }

        private void Codec(string id)
        {
            switch (id)
            {
                case "A_OPUS": Found.Encoding = "opus"; break;
                case "A_VORBIS": Found.Encoding = "vorbis"; break;
                case "A_PCM/INT/LIT" or "A_PCM/FLOAT/IEEE" or "A_AAC" or "A_FLAC": Found.Encoding = id[2..].ToLowerInvariant(); break;
                default: Found.NotTaken(id.StartsWith("V_", StringComparison.Ordinal) ? "video" : "an unknown codec of WebM"); break;
            }
        }

        private async ValueTask<bool> BlockAsync(long size, CancellationToken ct)
        {
            var start = await source.PeekAsync((int)Math.Min(size, 16), ct).ConfigureAwait(false);
            if (start.Length >= 5) Time(start.Span);
            return await source.SkipAsync(size, ct).ConfigureAwait(false) == size;
        }

        // Track number, 16 bits relative to the cluster, flags, then the packet.
        private void Time(ReadOnlySpan<byte> block)
        {
            var track = byte.LeadingZeroCount(block[0]) + 1;
            if (block.Length < track + 4) return;
            Found.HasAudio = true;
            var ticks = (Int128)Math.Max(0, cluster + BinaryPrimitives.ReadInt16BigEndian(block[track..])) * scale;
            var packet = Found.Encoding == "opus" ? OpusPacket.Length(block[(track + 3)..]) : Duration.Zero;
            heard = Duration.Max(heard, Duration.FromNanoseconds((long)Int128.Min(ticks, long.MaxValue / 2)) + packet);
            source.Hear(heard);
        }

        private static double? Real(ReadOnlySpan<byte> value)
        {
            var real = value.Length switch
            {
                4 => BinaryPrimitives.ReadSingleBigEndian(value),
                8 => BinaryPrimitives.ReadDoubleBigEndian(value),
                _ => double.NaN,
            };
            return double.IsFinite(real) && real >= 0 ? real : null;
        }
    }
}
