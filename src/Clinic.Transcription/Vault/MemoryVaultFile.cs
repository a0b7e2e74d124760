namespace Clinic.Transcription.Vault;

/// <summary>Bytes in pieces of one size, so that growing copies nothing.</summary>
internal sealed class MemoryVaultFile : IVaultFile
{
    private const int PieceBytes = 128 * 1024;

    private readonly List<byte[]> pieces = [];
    private readonly Lock gate = new();
    private long length;

    public long Length
    {
        get
        {
            lock (gate) return length;
        }
    }

    public int Read(Span<byte> target, long offset)
    {
        lock (gate)
        {
            var read = (int)Math.Clamp(length - offset, 0, target.Length);
            for (var done = 0; done < read;)
            {
                var piece = Piece(offset + done, read - done);
                piece.CopyTo(target[done..]);
                done += piece.Length;
            }

            return read;
        }
    }

    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, long offset, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        lock (gate)
        {
            while ((long)pieces.Count * PieceBytes < offset + bytes.Length) pieces.Add(new byte[PieceBytes]);
            for (var done = 0; done < bytes.Length;)
            {
                var piece = Piece(offset + done, bytes.Length - done);
                bytes.Span.Slice(done, piece.Length).CopyTo(piece);
                done += piece.Length;
            }

            length = Math.Max(length, offset + bytes.Length);
        }

        return ValueTask.CompletedTask;
    }

    public void SetLength(long value)
    {
        lock (gate) length = value;
    }

    public void Flush()
    {
    }

    public void Dispose()
    {
    }

    private Span<byte> Piece(long offset, int most)
    {
        var at = (int)(offset % PieceBytes);
        return pieces[(int)(offset / PieceBytes)].AsSpan(at, Math.Min(most, PieceBytes - at));
    }
}
