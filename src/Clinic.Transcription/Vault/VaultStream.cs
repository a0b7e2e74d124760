using System.Buffers;
using Clinic.Transcription.Audio;

namespace Clinic.Transcription.Vault;

/// <summary>The audio of a recording; seeks, and decrypts only the chunks that are read.</summary>
internal sealed class VaultStream(IVaultFile file, VaultHeader header, VaultIndex index) : Stream
{
    private readonly byte[] record = ArrayPool<byte>.Shared.Rent(ChunkHead.LongestRecord);
    private readonly byte[] plain = ArrayPool<byte>.Shared.Rent(PcmBlocks.LargestBlock);
    private readonly PcmBlocks? blocks = header.Layout is null ? null : new();
    private int open = -1;
    private long position;
    private bool disposed;

    public override bool CanRead => !disposed;

    public override bool CanSeek => !disposed;

    public override bool CanWrite => false;

    public override long Length => index.Length;

    public override long Position
    {
        get => position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            position = value;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (buffer.IsEmpty || position >= Length) return 0;
        var chunk = Find(position);
        if (chunk != open) Open(chunk);
        var place = index.Chunks[chunk];
        var from = (int)(position - place.InAudio);
        var read = Math.Min(buffer.Length, place.Head.Plain - from);
        plain.AsSpan(from, read).CopyTo(buffer);
        position += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<int>(cancellationToken) : new(Read(buffer.Span));

    public override long Seek(long offset, SeekOrigin origin)
    {
        var target = origin switch { SeekOrigin.Begin => offset, SeekOrigin.Current => position + offset, _ => Length + offset };
        if (target < 0) throw new IOException("A place before the beginning.");
        return position = target;
    }

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (!disposed)
        {
            disposed = true;
            ArrayPool<byte>.Shared.Return(record, clearArray: true);
            ArrayPool<byte>.Shared.Return(plain, clearArray: true);
        }

        base.Dispose(disposing);
    }

    private int Find(long at)
    {
        var (low, high) = (0, index.Chunks.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (index.Chunks[middle].InAudio <= at) low = middle;
            else high = middle - 1;
        }

        return low;
    }

    private void Open(int chunk)
    {
        var place = index.Chunks[chunk];
        open = -1;
        if (!VaultIndex.Open(file, place, record)) throw VaultIndex.Tampered(header, chunk);
        var packed = record.AsSpan(ChunkCipher.HeadBytes, place.Head.Body - ChunkCipher.TagBytes);
        try
        {
            if (blocks is not null) blocks.Unpack(packed, plain.AsSpan(0, place.Head.Plain));
            else packed[1..].CopyTo(plain);
        }
        catch (InvalidDataException)
        {
            throw VaultIndex.Tampered(header, chunk);
        }

        open = chunk;
    }
}
