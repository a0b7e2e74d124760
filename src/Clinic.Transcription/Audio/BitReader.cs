using System.Numerics;

namespace Clinic.Transcription.Audio;

/// <summary>Reads bits, highest first.</summary>
internal ref struct BitReader(ReadOnlySpan<byte> source)
{
    private readonly ReadOnlySpan<byte> source = source;
    private ulong held;
    private int count;
    private int read;

    /// <exception cref="InvalidDataException">Fewer bits are left.</exception>
    public uint Read(int bits)
    {
        if (bits == 0) return 0;
        if (count < bits) Fill();
        if (count < bits) throw new InvalidDataException("Compressed samples end early.");
        count -= bits;
        return (uint)(held >> count) & (uint)((1UL << bits) - 1);
    }

    /// <summary>How many ones come before the next zero, which is taken too; at most <paramref name="most"/> without a zero.</summary>
    public int Ones(int most)
    {
        if (count <= most) Fill();
        var aligned = count == 0 ? 0 : held << (64 - count);
        var ones = Math.Min(most, BitOperations.LeadingZeroCount(~aligned));
        var taken = ones == most ? ones : ones + 1;
        if (taken > count) throw new InvalidDataException("Compressed samples end early.");
        count -= taken;
        return ones;
    }

    private void Fill()
    {
        while (count <= 56 && read < source.Length)
        {
            held = (held << 8) | source[read++];
            count += 8;
        }
    }
}
