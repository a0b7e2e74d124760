using System.Buffers.Binary;
using NodaTime;

namespace Clinic.Transcription.Audio;

/// <summary>How long the fragments of an MP4 file reach, as browsers record them: nobody wrote the length at its head.</summary>
/// <remarks>One track of sound; ISO/IEC 14496-12, 8.8.</remarks>
internal sealed class Mp4Pieces
{
    private const int HasOffset = 0x1;
    private const int HasDescription = 0x2;
    private const int HasDefault = 0x8;
    private const int HasFirstFlags = 0x4;
    private const int HasDuration = 0x100;

    private uint scale;
    private uint usual;
    private uint usualHere;
    private ulong at;
    private ulong end;
    private bool any;

    /// <summary>Up to where the last fragment reaches; null where there is none, or its clock is not known.</summary>
    public Duration? Length => any && scale > 0 && end <= long.MaxValue ? Duration.FromNanoseconds((long)Int128.Min((Int128)end * 1_000_000_000 / scale, long.MaxValue)) : null;

    public static bool Reads(uint kind) => kind == Mp4Reader.Name("mdhd"u8) || kind == Mp4Reader.Name("trex"u8) || kind == Mp4Reader.Name("tfhd"u8) || kind == Mp4Reader.Name("tfdt"u8) || kind == Mp4Reader.Name("trun"u8);

    public void See(uint kind, ReadOnlySpan<byte> box)
    {
        if (box.Length < 8) return;
        if (kind == Mp4Reader.Name("mdhd"u8)) scale = Word(box, box[0] == 1 ? 20 : 12);
        else if (kind == Mp4Reader.Name("trex"u8)) usual = Word(box, 12);
        else if (kind == Mp4Reader.Name("tfhd"u8)) Head(box);
        else if (kind == Mp4Reader.Name("tfdt"u8)) at = box[0] == 1 && box.Length >= 12 ? BinaryPrimitives.ReadUInt64BigEndian(box[4..]) : Word(box, 4);
        else Run(box);
    }

    private void Head(ReadOnlySpan<byte> box)
    {
        var flags = Flags(box);
        var place = 8 + ((flags & HasOffset) != 0 ? 8 : 0) + ((flags & HasDescription) != 0 ? 4 : 0);
        usualHere = (flags & HasDefault) != 0 ? Word(box, place) : usual;
        // Without its own time a fragment goes on where the last one ended.
        at = end;
    }

    private void Run(ReadOnlySpan<byte> box)
    {
        var flags = Flags(box);
        var count = Word(box, 4);
        var each = 4 * System.Numerics.BitOperations.PopCount((uint)flags & 0xf00);
        var first = 8 + ((flags & HasOffset) != 0 ? 4 : 0) + ((flags & HasFirstFlags) != 0 ? 4 : 0);
        var sum = 0ul;
        if ((flags & HasDuration) == 0) sum = (ulong)count * usualHere;
        else
        {
            for (var i = 0; i < count && first + (i * (long)each) + 4 <= box.Length; i++) sum += Word(box, first + (i * each));
        }

        at = sum > ulong.MaxValue - at ? ulong.MaxValue : at + sum;
        (end, any) = (Math.Max(end, at), true);
    }

    private static int Flags(ReadOnlySpan<byte> box) => (int)(BinaryPrimitives.ReadUInt32BigEndian(box) & 0xffffff);

    private static uint Word(ReadOnlySpan<byte> box, int place) => place + 4 <= box.Length ? BinaryPrimitives.ReadUInt32BigEndian(box[place..]) : 0;
}
