using System.Security.Cryptography;
using System.Text;

namespace Clinic.Transcription.Vault;

/// <summary>A sector with the own key of a recording, wrapped under a key of the ring and signed with itself.</summary>
internal static class KeySlot
{
    private const byte Used = 1;
    private const byte Destroyed = 2;
    private const int IdPlace = 2;
    private const int NoncePlace = IdPlace + VaultKeyRing.LongestId;
    private const int NonceBytes = 12;
    private const int WrappedPlace = NoncePlace + NonceBytes;
    private const int TagPlace = WrappedPlace + VaultKeyRing.KeyBytes;
    private const int TagBytes = 16;
    private const int MacBytes = 32;
    private const int MacPlace = VaultHeader.SectorBytes - MacBytes;

    public static bool IsBlank(ReadOnlySpan<byte> slot) => !slot.ContainsAnyExcept((byte)0);

    public static bool IsDestroyed(ReadOnlySpan<byte> slot) => slot[0] == Destroyed && HasId(slot);

    public static bool IsUsed(ReadOnlySpan<byte> slot) => slot[0] == Used && HasId(slot);

    public static string KeyId(ReadOnlySpan<byte> slot) => Encoding.ASCII.GetString(slot.Slice(IdPlace, Math.Min((int)slot[1], VaultKeyRing.LongestId)));

    public static byte[] Wrap(VaultHeader header, ReadOnlySpan<byte> own, string keyId, byte[] key)
    {
        var slot = new byte[VaultHeader.SectorBytes];
        slot[0] = Used;
        slot[1] = (byte)keyId.Length;
        Encoding.ASCII.GetBytes(keyId, slot.AsSpan(IdPlace));
        RandomNumberGenerator.Fill(slot.AsSpan(NoncePlace, NonceBytes));
        using (var aes = new AesGcm(key, TagBytes))
        {
            aes.Encrypt(slot.AsSpan(NoncePlace, NonceBytes), own, slot.AsSpan(WrappedPlace, own.Length), slot.AsSpan(TagPlace, TagBytes), Bound(header, slot));
        }

        Mac(header, own, slot).CopyTo(slot.AsSpan(MacPlace));
        return slot;
    }

    /// <summary>The own key of the recording, or null where the slot is not what was written.</summary>
    public static byte[]? Unwrap(VaultHeader header, ReadOnlySpan<byte> slot, byte[] key)
    {
        var own = new byte[VaultKeyRing.KeyBytes];
        try
        {
            using var aes = new AesGcm(key, TagBytes);
            aes.Decrypt(slot.Slice(NoncePlace, NonceBytes), slot.Slice(WrappedPlace, own.Length), slot.Slice(TagPlace, TagBytes), own, Bound(header, slot));
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }

        return slot[0] == Used && CryptographicOperations.FixedTimeEquals(Mac(header, own, slot), slot[MacPlace..]) ? own : null;
    }

    /// <summary>The same slot without anything that could give the key back; its id stays for the proof.</summary>
    public static byte[] Destroy(ReadOnlySpan<byte> slot)
    {
        var gone = slot.ToArray();
        gone[0] = Destroyed;
        RandomNumberGenerator.Fill(gone.AsSpan(NoncePlace));
        return gone;
    }

    private static bool HasId(ReadOnlySpan<byte> slot) => slot[1] is > 0 and <= VaultKeyRing.LongestId;

    private static byte[] Bound(VaultHeader header, ReadOnlySpan<byte> slot) => [.. header.Hash, .. slot[..NoncePlace]];

    private static byte[] Mac(VaultHeader header, ReadOnlySpan<byte> own, ReadOnlySpan<byte> slot)
    {
        byte[] signed = [.. header.Identity, .. slot[..MacPlace]];
        return HMACSHA256.HashData(VaultKeys.Header(header, own), signed);
    }
}
