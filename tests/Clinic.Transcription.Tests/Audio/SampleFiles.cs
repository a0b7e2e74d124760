using System.Buffers.Binary;
using System.Text;

namespace Clinic.Transcription.Tests.Audio;

/// <summary>Small recordings of each kind, built by hand from the formats' own rules.</summary>
internal static class SampleFiles
{
    public static byte[] Wav(int milliseconds = 1000, int rate = 16_000, int bits = 16, int channels = 1, int tag = 1, uint? riffSize = null, uint? dataSize = null, bool extensible = false, bool oddChunk = false, Func<int, byte>? data = null)
    {
        var frame = bits / 8 * channels;
        var bytes = (int)((long)rate * milliseconds / 1000) * frame;
        var file = new List<byte>();
        file.AddRange("RIFF"u8);
        file.AddRange(U32(riffSize ?? (uint)(36 + bytes + (extensible ? 24 : 0) + (oddChunk ? 12 : 0))));
        file.AddRange("WAVE"u8);
        if (oddChunk) file.AddRange([.. "LIST"u8, .. U32(3), 1, 2, 3, 0]);
        file.AddRange([.. "fmt "u8, .. U32(extensible ? 40u : 16), .. U16(extensible ? 0xfffe : tag), .. U16(channels), .. U32((uint)rate), .. U32((uint)(rate * frame)), .. U16(frame), .. U16(bits)]);
        if (extensible) file.AddRange([.. U16(22), .. U16(bits), .. U32(0), .. U16(tag), .. new byte[14]]);
        file.AddRange([.. "data"u8, .. U32(dataSize ?? (uint)bytes)]);
        for (var i = 0; i < bytes; i++) file.Add(data?.Invoke(i) ?? (byte)(i * 31));
        return [.. file];
    }

    /// <summary>As a browser records: sizes open, no length; clusters of a second, packets of 20 ms.</summary>
    public static byte[] WebM(int seconds = 3, bool open = true, string codec = "A_OPUS")
    {
        var file = new List<byte>();
        file.AddRange(Element([0x1a, 0x45, 0xdf, 0xa3], Element([0x42, 0x82], "webm"u8.ToArray())));
        var audio = Element([0xe1], [.. Element([0xb5], Real(48_000)), .. Element([0x9f], [1])]);
        var track = Element([0xae], [.. Element([0xd7], [1]), .. Element([0x83], [2]), .. Element([0x86], Encoding.ASCII.GetBytes(codec)), .. audio]);
        var body = new List<byte>();
        body.AddRange(Element([0x15, 0x49, 0xa9, 0x66], Element([0x2a, 0xd7, 0xb1], [0x0f, 0x42, 0x40])));
        body.AddRange(Element([0x16, 0x54, 0xae, 0x6b], track));
        for (var s = 0; s < seconds; s++)
        {
            var cluster = new List<byte>(Element([0xe7], [(byte)(s * 1000 >> 16), (byte)(s * 1000 >> 8), (byte)(s * 1000)]));
            for (var ms = 0; ms < 1000; ms += 20) cluster.AddRange(Element([0xa3], [0x81, (byte)(ms >> 8), (byte)ms, 0x80, 0x78, 1, 2, 3]));
            body.AddRange(open ? [0x1f, 0x43, 0xb6, 0x75, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, .. cluster] : Element([0x1f, 0x43, 0xb6, 0x75], [.. cluster]));
        }

        file.AddRange(open ? [0x18, 0x53, 0x80, 0x67, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, .. body] : Element([0x18, 0x53, 0x80, 0x67], [.. body]));
        return [.. file];
    }

    public static byte[] Ogg(int seconds = 2, bool end = true)
    {
        var file = new List<byte>();
        file.AddRange(Page(2, 0, 0, [.. "OpusHead"u8, 1, 1, .. U16(312), .. U32(48_000), 0, 0, 0]));
        file.AddRange(Page(0, 0, 1, [.. "OpusTags"u8, .. new byte[8]]));
        for (var s = 1; s <= seconds; s++) file.AddRange(Page((byte)(end && s == seconds ? 4 : 0), (48_000L * s) + 312, s + 1, new byte[200]));
        return [.. file];
    }

    public static byte[] Flac(long samples = 48_000, int rate = 16_000)
    {
        var info = new byte[34];
        BinaryPrimitives.WriteUInt64BigEndian(info.AsSpan(10), ((ulong)rate << 44) | (0UL << 41) | (15UL << 36) | (ulong)samples);
        return [.. "fLaC"u8, 0x80, 0, 0, 34, .. info, 0xff, 0xf8, 1, 2, 3];
    }

    /// <summary>Frames of 64 kbit/s at 44.1 kHz, one after the other.</summary>
    public static byte[] Mp3(int frames = 50, bool tag = false)
    {
        var file = new List<byte>();
        if (tag) file.AddRange([.. "ID3"u8, 4, 0, 0, 0, 0, 1, 0, .. new byte[128]]);
        for (var i = 0; i < frames; i++) file.AddRange([0xff, 0xfb, 0x50, 0xc0, .. new byte[(144 * 64_000 / 44_100) - 4]]);
        return [.. file];
    }

    public static byte[] Mp4(int milliseconds = 2_500, string brand = "M4A ", string codec = "mp4a")
    {
        var movie = new byte[100];
        BinaryPrimitives.WriteUInt32BigEndian(movie.AsSpan(12), 1000);
        BinaryPrimitives.WriteUInt32BigEndian(movie.AsSpan(16), (uint)milliseconds);
        var entry = new byte[28];
        entry[17] = 2;
        BinaryPrimitives.WriteUInt16BigEndian(entry.AsSpan(24), 44_100);
        byte[] table = [.. new byte[4], 0, 0, 0, 1, .. Box(codec, entry)];
        var track = Box("trak", Box("mdia", Box("minf", Box("stbl", Box("stsd", table)))));
        return [.. Box("ftyp", [.. Encoding.ASCII.GetBytes(brand), 0, 0, 0, 0]), .. Box("moov", [.. Box("mvhd", movie), .. track]), .. Box("mdat", new byte[300])];
    }

    /// <summary>As browsers record: no length at the head, then fragments of 44 samples of 1,024 at 44.1 kHz.</summary>
    public static byte[] Mp4Pieces(int fragments, string durations, bool times = true)
    {
        var entry = new byte[28];
        entry[17] = 2;
        BinaryPrimitives.WriteUInt16BigEndian(entry.AsSpan(24), 44_100);
        byte[] table = [.. new byte[4], 0, 0, 0, 1, .. Box("mp4a", entry)];
        var head = new byte[24];
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(12), 44_100);
        var track = Box("trak", Box("mdia", [.. Box("mdhd", head), .. Box("minf", Box("stbl", Box("stsd", table)))]));
        var usual = durations == "trex" ? Big(1_024) : Big(0);
        var file = new List<byte>([.. Box("ftyp", [.. "iso5"u8, 0, 0, 0, 0]), .. Box("moov", [.. Box("mvhd", new byte[100]), .. track, .. Box("mvex", Box("trex", [.. new byte[12], .. usual, .. new byte[8]]))])]);
        for (var i = 0; i < fragments; i++)
        {
            var own = durations == "tfhd";
            byte[] track1 = [0, 0, 0, (byte)(own ? 0x0a : 0x02), .. Big(1), .. Big(1), .. own ? Big(1_024) : []];
            byte[] time = times ? Box("tfdt", [1, 0, 0, 0, 0, 0, 0, 0, .. Big((uint)(i * 44 * 1_024))]) : [];
            byte[] run = durations == "trun"
                ? [0, 0, 0x03, 0x05, .. Big(44), .. Big(99), .. Big(0), .. Enumerable.Range(0, 44).SelectMany(_ => (byte[])[.. Big(1_024), .. Big(7)])]
                : [0, 0, 0x02, 0x01, .. Big(44), .. Big(99), .. Enumerable.Range(0, 44).SelectMany(_ => Big(7))];
            file.AddRange([.. Box("moof", [.. Box("mfhd", new byte[8]), .. Box("traf", [.. Box("tfhd", track1), .. time, .. Box("trun", run)])]), .. Box("mdat", new byte[308])]);
        }

        return [.. file];
    }

    private static byte[] Big(uint value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    private static byte[] Box(string name, byte[] body)
    {
        var size = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(size, body.Length + 8);
        return [.. size, .. Encoding.ASCII.GetBytes(name), .. body];
    }

    private static byte[] Element(byte[] id, byte[] body)
    {
        var size = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(size, (uint)body.Length | 0x1000_0000);
        return [.. id, .. size, .. body];
    }

    private static byte[] Page(byte flags, long granule, int sequence, byte[] body)
    {
        var place = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(place, granule);
        return [.. "OggS"u8, 0, flags, .. place, .. U32(7), .. U32((uint)sequence), .. U32(0), 1, (byte)body.Length, .. body];
    }

    private static byte[] Real(float value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteSingleBigEndian(bytes, value);
        return bytes;
    }

    private static byte[] U16(int value) => [(byte)value, (byte)(value >> 8)];

    private static byte[] U32(uint value) => [(byte)value, (byte)(value >> 8), (byte)(value >> 16), (byte)(value >> 24)];
}
