using System.Buffers;

namespace Clinic.Transcription.Deepgram.Live;

/// <summary>The last seconds of raw audio in memory, for recordings that nobody keeps.</summary>
internal sealed class RecentAudio(int capacity) : IDisposable
{
    private readonly byte[] ring = ArrayPool<byte>.Shared.Rent(Math.Max(capacity, 1));

    /// <summary>The bytes given in all.</summary>
    public long End { get; private set; }

    /// <summary>The first byte that is still here.</summary>
    public long Start => Math.Max(0, End - capacity);

    public void Add(ReadOnlySpan<byte> frame)
    {
        if (frame.Length > capacity)
        {
            End += frame.Length - capacity;
            frame = frame[^capacity..];
        }

        while (!frame.IsEmpty)
        {
            var at = (int)(End % capacity);
            var fits = Math.Min(frame.Length, capacity - at);
            frame[..fits].CopyTo(ring.AsSpan(at));
            End += fits;
            frame = frame[fits..];
        }
    }

    /// <summary>Copies from a place on; fewer where less was given.</summary>
    public int Read(long from, Span<byte> target)
    {
        var read = (int)Math.Clamp(End - from, 0, target.Length);
        for (var done = 0; done < read;)
        {
            var at = (int)((from + done) % capacity);
            var fits = Math.Min(read - done, capacity - at);
            ring.AsSpan(at, fits).CopyTo(target[done..]);
            done += fits;
        }

        return read;
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(ring, clearArray: true);
}
