using System.Buffers.Binary;
using NodaTime;

namespace Clinic.Transcription.Audio;

/// <summary>Walks the pages of an Ogg file; the last granule is its length.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc7845"/>
internal static class OggReader
{
    private const int PageHeadBytes = 27;
    private const int OpusRate = 48_000;
    private const byte EndOfStream = 4;

    public static async ValueTask<AudioFinding> ReadAsync(AudioSource source, CancellationToken ct)
    {
        var found = new AudioFinding();
        var (rate, skip, first, ended) = (0, 0L, true, false);
        while (!await source.AtEndAsync(ct).ConfigureAwait(false))
        {
            var head = await source.TakeAsync(PageHeadBytes, ct).ConfigureAwait(false);
            if (head.IsEmpty) break;
            if (!head.Span.StartsWith("OggS"u8)) return found.Unreadable("Ogg page");
            ended = (head.Span[5] & EndOfStream) != 0;
            var granule = BinaryPrimitives.ReadInt64LittleEndian(head.Span[6..]);
            var table = await source.TakeAsync(head.Span[26], ct).ConfigureAwait(false);
            var body = Sum(table.Span);
            if (first)
            {
                var start = await source.PeekAsync(Math.Min(body, 64), ct).ConfigureAwait(false);
                (rate, skip) = Describe(start.Span, found);
                if (found.Unsupported is not null || found.Problem is not null) return found;
                first = false;
            }

            if (await source.SkipAsync(body, ct).ConfigureAwait(false) < body) break;
            if (granule <= 0) continue;
            found.HasAudio = true;
            found.Duration = Duration.FromNanoseconds((long)((Int128)Math.Max(0, granule - skip) * 1_000_000_000 / rate));
            source.Hear(found.Duration.Value);
        }

        found.Truncated = source.Cut || !ended;
        return first ? found.Unreadable("Ogg page") : found;
    }

    private static int Sum(ReadOnlySpan<byte> table)
    {
        var sum = 0;
        foreach (var lacing in table) sum += lacing;
        return sum;
    }

    private static (int Rate, long Skip) Describe(ReadOnlySpan<byte> packet, AudioFinding found)
    {
        if (packet.StartsWith("OpusHead"u8) && packet.Length >= 19)
        {
            (found.Encoding, found.Channels, found.SampleRate) = ("opus", packet[9], OpusRate);
            return (OpusRate, BinaryPrimitives.ReadUInt16LittleEndian(packet[10..]));
        }

        if (packet.Length >= 16 && packet[0] == 1 && packet[1..].StartsWith("vorbis"u8) && BinaryPrimitives.ReadInt32LittleEndian(packet[12..]) is > 0 and var vorbis)
        {
            (found.Encoding, found.Channels, found.SampleRate) = ("vorbis", packet[11], vorbis);
            return (vorbis, 0);
        }

        if (packet.StartsWith("OpusHead"u8) || packet.Length < 16) found.Unreadable("Ogg packet");
        else found.NotTaken("Ogg with neither Opus nor Vorbis");
        return (1, 0);
    }
}
