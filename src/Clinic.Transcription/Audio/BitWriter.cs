using System.Buffers.Binary;

namespace Clinic.Transcription.Audio;

/// <summary>Writes bits, highest first, until its span is full.</summary>
internal ref struct BitWriter(Span<byte> target)
{
    private readonly Span<byte> target = target;
    private ulong held;
    private int count;
    private int written;

    /// <summary>Whether something did not fit; what was written is then worthless.</summary>
    public bool Full { get; private set; }

    public void Write(uint value, int bits)
    {
        held = (held << bits) | (value & (uint)((1UL << bits) - 1));
        count += bits;
        if (count >= 32) Spill();
    }

    /// <summary>The bytes written, the last one padded.</summary>
    public int Finish()
    {
        while (count > 0 && !Full)
        {
            var byteNow = count >= 8 ? (byte)(held >> (count - 8)) : (byte)(held << (8 - count));
            count -= 8;
            if (written == target.Length) Full = true;
            else target[written++] = byteNow;
        }

        return written;
    }

    private void Spill()
    {
        count -= 32;
        if (written + 4 > target.Length)
        {
            Full = true;
            return;
        }

        BinaryPrimitives.WriteUInt32BigEndian(target[written..], (uint)(held >> count));
        written += 4;
    }
}
