using System.Buffers.Binary;
using Clinic.Transcription.Audio;

namespace Clinic.Transcription.Vault;

/// <summary>The eight bytes before each chunk: how long it is here, how long it is opened, and whether it is the last.</summary>
internal readonly record struct ChunkHead(int Body, int Plain, bool Last)
{
    public const int LongestBody = PcmBlocks.LargestBlock + 1 + ChunkCipher.TagBytes;
    public const int LongestRecord = ChunkCipher.HeadBytes + LongestBody;

    private const uint LastMark = 0x4000_0000;
    private const uint ResumeMark = 0x8000_0000;

    public int Record => ChunkCipher.HeadBytes + Body;

    public void Write(Span<byte> target)
    {
        BinaryPrimitives.WriteUInt32BigEndian(target, (uint)Body | (Last ? LastMark : 0));
        BinaryPrimitives.WriteInt32BigEndian(target[4..], Plain);
    }

    /// <summary>Null where no chunk can begin like this.</summary>
    public static ChunkHead? Read(ReadOnlySpan<byte> bytes)
    {
        var first = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        var head = new ChunkHead((int)(first & ~(LastMark | ResumeMark)), BinaryPrimitives.ReadInt32BigEndian(bytes[4..]), (first & LastMark) != 0);
        var possible = (first & ResumeMark) == 0 && head.Plain is >= 0 and <= PcmBlocks.LargestBlock
            && head.Body > ChunkCipher.TagBytes && head.Body <= head.Plain + 1 + ChunkCipher.TagBytes && (head.Plain > 0 || head.Last);
        return possible ? head : null;
    }
}
