using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Clinic.Transcription.Vault;

/// <summary>The keys that are derived from the own key of a recording, each for one use.</summary>
internal static class VaultKeys
{
    private const string Form = "clinic-audio/v1";

    /// <summary>Of the chunks since the beginning, or since the recording was gone on with for the given time.</summary>
    public static byte[] Payload(VaultHeader header, ReadOnlySpan<byte> own, ReadOnlySpan<byte> salt, uint stretch) =>
        Derive(own, salt, string.Create(CultureInfo.InvariantCulture, $"{Form}|{header.Key.Tenant}|{header.Key.Recording}|{stretch}"));

    public static byte[] Header(VaultHeader header, ReadOnlySpan<byte> own) => Derive(own, header.Hash, $"{Form}|header");

    public static byte[] Resume(VaultHeader header, ReadOnlySpan<byte> own) => Derive(own, header.Hash, $"{Form}|resume");

    private static byte[] Derive(ReadOnlySpan<byte> own, ReadOnlySpan<byte> salt, string use)
    {
        var key = new byte[VaultKeyRing.KeyBytes];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, own, key, salt, Encoding.UTF8.GetBytes(use));
        return key;
    }
}
