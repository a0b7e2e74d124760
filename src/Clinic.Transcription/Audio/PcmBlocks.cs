using System.Buffers.Binary;

namespace Clinic.Transcription.Audio;

/// <summary>Makes blocks of raw samples smaller and gives them back bit by bit; each block stands alone.</summary>
/// <remarks>
/// Fixed linear predictors of order 0 to 4, the second of two channels also as a difference, then Rice codes. What does not become
/// smaller is stored as it is, one byte longer.
/// </remarks>
internal sealed class PcmBlocks
{
    /// <summary>The most bytes of a block.</summary>
    public const int LargestBlock = 64 * 1024;

    private const byte Stored = 0;
    private const byte Predicted = 1;
    private const int HeadBytes = 5;
    private const int OrderBits = 3;
    private const int HighestOrder = 4;

    private readonly int[] first = new int[LargestBlock];
    private readonly int[] second = new int[LargestBlock];
    private readonly int[] residual = new int[LargestBlock];

    /// <summary>Writes a block; at most one byte longer than it is.</summary>
    /// <param name="plain">The bytes of the recording.</param>
    /// <param name="layout">Null where they are no samples.</param>
    /// <param name="offset">Where the block begins in the recording.</param>
    /// <param name="target">At least one byte longer than <paramref name="plain"/>.</param>
    public int Pack(ReadOnlySpan<byte> plain, PcmLayout? layout, long offset, Span<byte> target)
    {
        var packed = layout is null ? 0 : Predict(plain, layout, offset, target[..plain.Length]);
        if (packed > 0) return packed;
        target[0] = Stored;
        plain.CopyTo(target[1..]);
        return plain.Length + 1;
    }

    /// <summary>Gives back the bytes of a block.</summary>
    /// <exception cref="InvalidDataException">It is no block of that length.</exception>
    public void Unpack(ReadOnlySpan<byte> packed, Span<byte> plain)
    {
        if (packed.IsEmpty || packed[0] is not (Stored or Predicted)) throw new InvalidDataException("A block of an unknown kind.");
        if (packed[0] == Stored)
        {
            if (packed.Length - 1 != plain.Length) throw new InvalidDataException("A block of another length.");
            packed[1..].CopyTo(plain);
            return;
        }

        Restore(packed, plain);
    }

    private int Predict(ReadOnlySpan<byte> plain, PcmLayout layout, long offset, Span<byte> target)
    {
        var frame = layout.FrameBytes;
        // The bytes before the first whole frame of this block.
        var lead = offset < layout.DataOffset ? layout.DataOffset - offset : (frame - ((offset - layout.DataOffset) % frame)) % frame;
        if (lead > ushort.MaxValue || plain.Length - lead < frame * 2) return 0;
        var frames = (plain.Length - (int)lead) / frame;
        var tail = plain.Length - (int)lead - (frames * frame);
        if (HeadBytes + lead + tail >= target.Length) return 0;
        target[0] = Predicted;
        target[1] = (byte)layout.BytesPerSample;
        target[2] = (byte)layout.Channels;
        BinaryPrimitives.WriteUInt16BigEndian(target[3..], (ushort)lead);
        plain[..(int)lead].CopyTo(target[HeadBytes..]);
        plain[^tail..].CopyTo(target[(HeadBytes + (int)lead)..]);
        var start = HeadBytes + (int)lead + tail;
        var bits = new BitWriter(target[start..]);
        Channels(plain.Slice((int)lead, frames * frame), layout, frames, ref bits);
        var length = bits.Finish();
        return bits.Full ? 0 : start + length;
    }

    private void Channels(ReadOnlySpan<byte> data, PcmLayout layout, int frames, ref BitWriter bits)
    {
        for (var channel = 0; channel < layout.Channels && !bits.Full; channel++)
        {
            var samples = (channel == 0 ? first : second).AsSpan(0, frames);
            Samples.Read(data, layout.BytesPerSample, layout.Channels, channel, samples);
            var (order, cost) = Order(samples);
            if (layout.Channels == 2 && channel == 1)
            {
                var apart = residual.AsSpan(0, frames);
                for (var i = 0; i < frames; i++) apart[i] = samples[i] - first[i];
                var (orderApart, costApart) = Order(apart);
                bits.Write(costApart < cost ? 1u : 0u, 1);
                if (costApart < cost)
                {
                    apart.CopyTo(samples);
                    order = orderApart;
                }
            }

            bits.Write((uint)order, OrderBits);
            for (var i = 0; i < Math.Min(order, frames); i++) bits.Write((uint)samples[i], 32);
            RiceCode.Write(ref bits, Differences(samples, order));
        }
    }

    private Span<int> Differences(ReadOnlySpan<int> x, int order)
    {
        var count = Math.Max(0, x.Length - order);
        var e = residual.AsSpan(0, count);
        for (var n = 0; n < count; n++) e[n] = x[n + order] - Foretold(x[n..(n + order)]);
        return e;
    }

    private static void Sum(Span<int> x, int order, ReadOnlySpan<int> e)
    {
        for (var n = 0; n < e.Length; n++) x[n + order] = e[n] + Foretold(x[n..(n + order)]);
    }

    // What the last samples foretell, by the order that they are as many as.
    private static int Foretold(ReadOnlySpan<int> last) => last.Length switch
    {
        0 => 0,
        1 => last[0],
        2 => (2 * last[1]) - last[0],
        3 => (3 * (last[2] - last[1])) + last[0],
        _ => (4 * (last[3] + last[1])) - (6 * last[2]) - last[0],
    };

    private static (int Order, long Cost) Order(ReadOnlySpan<int> x)
    {
        Span<long> sums = stackalloc long[HighestOrder + 1];
        sums.Clear();
        var (a, b, c, d) = (0, 0, 0, 0);
        foreach (var value in x)
        {
            var (e1, e2, e3, e4) = (value - a, value - a - b, value - a - b - c, value - a - b - c - d);
            sums[0] += Math.Abs((long)value);
            sums[1] += Math.Abs((long)e1);
            sums[2] += Math.Abs((long)e2);
            sums[3] += Math.Abs((long)e3);
            sums[4] += Math.Abs((long)e4);
            (a, b, c, d) = (value, e1, e2, e3);
        }

        var best = 0;
        for (var order = 1; order <= Math.Min(HighestOrder, x.Length); order++)
        {
            if (sums[order] < sums[best]) best = order;
        }

        return (best, sums[best]);
    }

    private void Restore(ReadOnlySpan<byte> packed, Span<byte> plain)
    {
        if (packed.Length < HeadBytes) throw new InvalidDataException("A block without its head.");
        var (width, channels, lead) = ((int)packed[1], (int)packed[2], (int)BinaryPrimitives.ReadUInt16BigEndian(packed[3..]));
        if (width is 0 or > 3 || channels is 0 or > 8 || lead > plain.Length) throw new InvalidDataException("A block with another head.");
        var frames = (plain.Length - lead) / (width * channels);
        var tail = plain.Length - lead - (frames * width * channels);
        if (packed.Length < HeadBytes + lead + tail) throw new InvalidDataException("A block without its edges.");
        packed.Slice(HeadBytes, lead).CopyTo(plain);
        packed.Slice(HeadBytes + lead, tail).CopyTo(plain[^tail..]);
        var bits = new BitReader(packed[(HeadBytes + lead + tail)..]);
        var data = plain.Slice(lead, frames * width * channels);
        for (var channel = 0; channel < channels; channel++)
        {
            var samples = (channel == 0 ? first : second).AsSpan(0, frames);
            var apart = channels == 2 && channel == 1 && bits.Read(1) == 1;
            var order = (int)bits.Read(OrderBits);
            if (order > Math.Min(HighestOrder, frames)) throw new InvalidDataException("A predictor of an unknown order.");
            for (var i = 0; i < order; i++) samples[i] = (int)bits.Read(32);
            var e = residual.AsSpan(0, frames - order);
            RiceCode.Read(ref bits, e);
            Sum(samples, order, e);
            for (var i = 0; apart && i < frames; i++) samples[i] += first[i];
            Samples.Write(data, width, channels, channel, samples);
        }
    }
}
