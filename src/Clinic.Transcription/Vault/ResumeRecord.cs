using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Clinic.Transcription.Vault;

/// <summary>Stands where a recording was gone on with; a new salt, so that no nonce meets its key twice after a torn chunk.</summary>
internal static class ResumeRecord
{
    public const int Bytes = 8 + VaultHeader.SaltBytes + MacBytes;

    private const int MacBytes = 32;
    private const uint Mark = 0x8000_0000;

    public static bool IsResume(ReadOnlySpan<byte> head) => BinaryPrimitives.ReadUInt32BigEndian(head) == (Mark | (VaultHeader.SaltBytes + MacBytes));

    public static byte[] Create(VaultHeader header, ReadOnlySpan<byte> own, uint stretch, uint counter)
    {
        var record = new byte[Bytes];
        BinaryPrimitives.WriteUInt32BigEndian(record, Mark | (VaultHeader.SaltBytes + MacBytes));
        BinaryPrimitives.WriteUInt32BigEndian(record.AsSpan(4), stretch);
        RandomNumberGenerator.Fill(Salt(record));
        Mac(header, own, record, counter).CopyTo(record.AsSpan(Bytes - MacBytes));
        return record;
    }

    public static bool IsGenuine(VaultHeader header, ReadOnlySpan<byte> own, ReadOnlySpan<byte> record, uint stretch, uint counter) =>
        BinaryPrimitives.ReadUInt32BigEndian(record[4..]) == stretch
        && CryptographicOperations.FixedTimeEquals(Mac(header, own, record, counter), record[(Bytes - MacBytes)..]);

    public static Span<byte> Salt(Span<byte> record) => record.Slice(8, VaultHeader.SaltBytes);

    private static byte[] Mac(VaultHeader header, ReadOnlySpan<byte> own, ReadOnlySpan<byte> record, uint counter)
    {
        Span<byte> place = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(place, counter);
        byte[] signed = [.. header.Hash, .. place, .. record[..(8 + VaultHeader.SaltBytes)]];
        return HMACSHA256.HashData(VaultKeys.Resume(header, own), signed);
    }
}
