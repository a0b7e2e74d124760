using System.Buffers;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Clinic.Transcription.Audio;

namespace Clinic.Transcription.Vault;

/// <summary>Fills chunks, seals each in place and writes it through before it takes more.</summary>
internal sealed class VaultWriter : IAudioWriter
{
    private readonly IVaultFile file;
    private readonly IDisposable held;
    private readonly OpenedHeader opened;
    private readonly ChunkCipher cipher;
    private readonly AudioLimits limits;
    private readonly PcmLayout? layout;
    private readonly long longestBytes;
    private readonly PcmBlocks? blocks;
    private readonly byte[] buffer = ArrayPool<byte>.Shared.Rent(2 * ChunkHead.LongestRecord);
    private readonly Memory<byte> pending;
    // A replay may make it write through while a recorder adds to it.
    private readonly SemaphoreSlim turn = new(1, 1);
    private int filled;
    private int unwritten;
    private int sealedPlain;
    private uint counter;
    private long end;
    private bool ended;
    private bool disposed;

    public VaultWriter(IVaultFile file, IDisposable held, OpenedHeader opened, ChunkCipher cipher, AudioLimits limits, long length, uint counter, long end)
    {
        (this.file, this.held, this.opened, this.cipher, this.limits) = (file, held, opened, cipher, limits);
        (WrittenThrough, this.counter, this.end) = (length, counter, end);
        layout = opened.Header.Layout;
        blocks = layout is null ? null : new PcmBlocks();
        longestBytes = LongestBytes(opened.Header, limits);
        // What is not made smaller is gathered where it will be encrypted.
        pending = buffer.AsMemory(layout is null ? ChunkCipher.HeadBytes + 1 : ChunkHead.LongestRecord, PcmBlocks.LargestBlock);
    }

    public RecordingKey Recording => opened.Header.Key;

    public long WrittenThrough { get; private set; }

    public long Length => WrittenThrough + sealedPlain + filled;

    public async ValueTask AppendAsync(long offset, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await AddAsync(offset, bytes, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await WriteAllAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    public async Task<AudioSeal> CompleteAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await EndAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await turn.WaitAsync().ConfigureAwait(false);
        try
        {
            await CloseAsync().ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    private async ValueTask AddAsync(long offset, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        ThrowIfEnded();
        await WriteOutAsync(cancellationToken).ConfigureAwait(false);
        if (offset > Length) throw new TranscriptionException(TranscriptionRules.AudioGap, ("offset", offset), ("expected", Length));
        if (offset < Length) bytes = Repeated(offset, bytes);
        Limit(bytes.Length);
        while (!bytes.IsEmpty)
        {
            var taken = Math.Min(bytes.Length, pending.Length - filled);
            bytes[..taken].CopyTo(pending[filled..]);
            filled += taken;
            bytes = bytes[taken..];
            if (filled == pending.Length) await SealAsync(last: false, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask WriteAllAsync(CancellationToken cancellationToken)
    {
        ThrowIfEnded();
        await WriteOutAsync(cancellationToken).ConfigureAwait(false);
        if (filled > 0) await SealAsync(last: false, cancellationToken).ConfigureAwait(false);
    }

    private async Task<AudioSeal> EndAsync(CancellationToken cancellationToken)
    {
        if (!ended || disposed)
        {
            ThrowIfEnded();
            await WriteOutAsync(cancellationToken).ConfigureAwait(false);
            ended = true;
            await SealAsync(last: true, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            // The last chunk is sealed and did not reach the medium yet.
            await WriteOutAsync(cancellationToken).ConfigureAwait(false);
        }

        file.Flush();
        return new(Recording, WrittenThrough, counter, opened.Header.HashText);
    }

    private async ValueTask CloseAsync()
    {
        if (disposed) return;
        try
        {
            if (!ended) await WriteAllAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or TranscriptionException)
        {
            // The good prefix stays; whoever opens the recording sees that it did not end.
        }

        disposed = true;
        cipher.Dispose();
        CryptographicOperations.ZeroMemory(opened.Own);
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        file.Dispose();
        held.Dispose();
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask SealAsync(bool last, CancellationToken ct)
    {
        Seal(last);
        await WriteOutAsync(ct).ConfigureAwait(false);
    }

    private void Seal(bool last)
    {
        var packed = filled + 1;
        if (blocks is null) buffer[ChunkCipher.HeadBytes] = 0;
        else packed = blocks.Pack(pending.Span[..filled], layout, WrittenThrough, buffer.AsSpan(ChunkCipher.HeadBytes));
        var head = new ChunkHead(packed + ChunkCipher.TagBytes, filled, last);
        head.Write(buffer);
        cipher.Seal(buffer.AsSpan(0, head.Record), counter, last);
        (sealedPlain, unwritten, filled) = (filled, head.Record, 0);
    }

    // A sealed chunk stays in the buffer until it is written: after a full disk the same bytes are tried again.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask WriteOutAsync(CancellationToken ct)
    {
        if (unwritten == 0) return;
        try
        {
            await file.WriteAsync(buffer.AsMemory(0, unwritten), end, ct).ConfigureAwait(false);
        }
        catch (IOException e) when (DiskFull.Is(e))
        {
            throw new TranscriptionException(TranscriptionRules.VaultFull, ("written", WrittenThrough), ("recording", Recording.Recording));
        }

        end += unwritten;
        WrittenThrough += sealedPlain;
        counter++;
        (unwritten, sealedPlain) = (0, 0);
    }

    private ReadOnlyMemory<byte> Repeated(long offset, ReadOnlyMemory<byte> bytes)
    {
        var known = (int)Math.Min(bytes.Length, Length - offset);
        var stored = ArrayPool<byte>.Shared.Rent(Math.Max(known, 1));
        try
        {
            var onDisk = (int)Math.Clamp(WrittenThrough - offset, 0, known);
            if (onDisk > 0) ReadBack(offset, stored.AsSpan(0, onDisk));
            if (known > onDisk) pending.Span.Slice((int)(offset + onDisk - WrittenThrough), known - onDisk).CopyTo(stored.AsSpan(onDisk));
            if (!bytes.Span[..known].SequenceEqual(stored.AsSpan(0, known)))
                throw new TranscriptionException(TranscriptionRules.AudioDiffers, ("offset", offset), ("expected", Length));
            return bytes[known..];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(stored, clearArray: true);
        }
    }

    private void ReadBack(long offset, Span<byte> target)
    {
        using var index = VaultIndex.Read(file, opened.Header, opened.Own);
        using var stream = new VaultStream(file, opened.Header, index);
        stream.Seek(offset, SeekOrigin.Begin);
        stream.ReadExactly(target);
    }

    private void Limit(int more)
    {
        var length = Length + more;
        if (length > limits.LargestBytes) throw new TranscriptionException(TranscriptionRules.AudioTooLarge, ("allowed", limits.LargestBytes));
        if (length > longestBytes) throw new TranscriptionException(TranscriptionRules.AudioTooLong, ("allowed", AudioIntake.Hours(limits.Longest)));
    }

    // The bytes of the longest time, where samples are raw and their rate is known.
    private static long LongestBytes(VaultHeader header, AudioLimits limits) =>
        header is { Layout: { } layout, Format.SampleRate: { } rate }
            ? layout.DataOffset + (((long)Math.Min(limits.Longest.TotalSeconds * rate, long.MaxValue / 64) + 1) * layout.FrameBytes) - 1
            : long.MaxValue;

    private void ThrowIfEnded()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (ended) throw new TranscriptionException(TranscriptionRules.RecordingSealed, ("recording", Recording.Recording));
    }
}
