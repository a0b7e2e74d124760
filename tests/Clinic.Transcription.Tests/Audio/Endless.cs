using NodaTime;

namespace Clinic.Transcription.Tests.Audio;

/// <summary>A recording without an end, made as it is read.</summary>
internal sealed class Endless : Stream
{
    private readonly Func<long, byte[]> next;
    private readonly double bytesPerSecond;
    private byte[] piece = [];
    private int at;
    private long pieces;

    public Endless(string kind)
    {
        (next, bytesPerSecond) = kind switch
        {
            "wav" => (Of(SampleFiles.Wav(0, dataSize: 400_000_000, riffSize: 400_000_036), new byte[32_000]), 0),
            "live wav" => (Of(SampleFiles.Wav(0, dataSize: uint.MaxValue, riffSize: uint.MaxValue), new byte[32_000]), 32_000),
            "mp3" => (Of([], SampleFiles.Mp3(100)), 8_000),
            "ogg" => (Pages, 227),
            "webm" => (Clusters, 900),
            _ => (Of(SampleFiles.Flac(0), new byte[1000]), 1000),
        };
    }

    public long Given { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => Given; set => throw new NotSupportedException(); }

    public double BytesOf(Duration length) => bytesPerSecond * length.TotalSeconds;

    public override int Read(byte[] buffer, int offset, int count)
    {
        while (at == piece.Length) (piece, at) = (next(pieces++), 0);
        var read = Math.Min(count, piece.Length - at);
        piece.AsSpan(at, read).CopyTo(buffer.AsSpan(offset));
        at += read;
        Given += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private static Func<long, byte[]> Of(byte[] head, byte[] more) => i => i == 0 ? head : more;

    private static byte[] Pages(long i)
    {
        var file = SampleFiles.Ogg(1, end: false);
        if (i == 0) return file;
        var page = file[^228..];
        BitConverter.TryWriteBytes(page.AsSpan(6), 48_000L * i);
        return page;
    }

    private static byte[] Clusters(long i)
    {
        var file = SampleFiles.WebM(1);
        if (i == 0) return file;
        var cluster = file[FindCluster(file)..];
        // The time of the cluster: three bytes behind its head, its id and its size.
        var (ms, place) = (i * 1000, 12 + 1 + 4);
        (cluster[place], cluster[place + 1], cluster[place + 2]) = ((byte)(ms >> 16), (byte)(ms >> 8), (byte)ms);
        return cluster;
    }

    private static int FindCluster(byte[] file) => file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x1f, 0x43, 0xb6, 0x75]);
}
