using System.Buffers;
using NodaTime;

namespace Clinic.Transcription.Audio;

/// <summary>Reads a recording once from front to back, counts it, and ends at the limits.</summary>
internal sealed class AudioSource(Stream stream, AudioLimits limits) : IDisposable
{
    private const int BufferBytes = 64 * 1024;

    private readonly byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
    private int start;
    private int end;

    /// <summary>The bytes taken so far.</summary>
    public long Position { get; private set; }

    /// <summary>Whether less came than was asked for.</summary>
    public bool Cut { get; private set; }

    public bool TooLarge { get; private set; }

    public bool TooLong { get; private set; }

    /// <summary>The longest time heard so far.</summary>
    public Duration Heard { get; private set; }

    private bool Refused => TooLarge || TooLong;

    /// <summary>The next bytes without taking them; fewer at the end.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> PeekAsync(int count, CancellationToken ct)
    {
        if (Refused) return default;
        if (end - start < count && start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        while (end - start < count)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(end), ct).ConfigureAwait(false);
            if (read == 0) break;
            end += read;
            if (Count(read)) return default;
        }

        return buffer.AsMemory(start, Math.Min(count, end - start));
    }

    /// <summary>Takes the next bytes; empty, and cut, where fewer are left.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> TakeAsync(int count, CancellationToken ct)
    {
        var bytes = await PeekAsync(count, ct).ConfigureAwait(false);
        start += bytes.Length;
        Position += bytes.Length;
        if (bytes.Length == count) return bytes;
        Cut = true;
        return default;
    }

    /// <summary>Takes bytes unseen; the number that there were.</summary>
    public async ValueTask<long> SkipAsync(long count, CancellationToken ct)
    {
        var skipped = 0L;
        while (skipped < count)
        {
            var bytes = await PeekAsync((int)Math.Min(count - skipped, BufferBytes / 2), ct).ConfigureAwait(false);
            if (bytes.IsEmpty) break;
            start += bytes.Length;
            Position += bytes.Length;
            skipped += bytes.Length;
        }

        if (skipped < count) Cut = true;
        return skipped;
    }

    public async ValueTask<bool> AtEndAsync(CancellationToken ct) => (await PeekAsync(1, ct).ConfigureAwait(false)).IsEmpty;

    /// <summary>Says how long the recording is at least; beyond the limit nothing more is read.</summary>
    public void Hear(Duration length)
    {
        if (length > Heard) Heard = length;
        if (Heard > limits.Longest) TooLong = true;
    }

    /// <summary>Says how many bytes the recording will have; beyond the limit nothing more is read.</summary>
    public void Expect(long bytes)
    {
        if (bytes > limits.LargestBytes) TooLarge = true;
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer, clearArray: true);

    private long received;

    private bool Count(int read)
    {
        received += read;
        if (received > limits.LargestBytes) TooLarge = true;
        return TooLarge;
    }
}
