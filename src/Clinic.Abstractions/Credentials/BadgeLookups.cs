using System.Security.Cryptography;
using System.Text;

namespace Clinic.Abstractions;

/// <summary>Keyed hashes by which a scanned badge is found: HMAC-SHA256 under every key of the ring.</summary>
/// <remarks>One per key, so that a badge stays found and unique while keys are changed.</remarks>
internal static class BadgeLookups
{
    private const int KeyBytes = 32;
    private const int TenantBytes = 16;

    private static readonly byte[] Purpose = "clinic.badge-look-up"u8.ToArray();

    /// <summary>The look-ups as <c>keyId:hex</c>, that of the active key first.</summary>
    public static IReadOnlyList<string> Of(TenantId tenant, Secret badge, PayloadKeyRing keys) =>
        [.. keys.Ids.Select(id => $"{id}:{Convert.ToHexStringLower(Hash(tenant, badge, keys.Find(id)))}")];

    private static byte[] Hash(TenantId tenant, Secret badge, byte[] key)
    {
        // A key of its own is derived, so that no payload hash can ever equal a look-up.
        var derived = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyBytes, info: Purpose);
        var text = Encoding.UTF8.GetBytes(badge.Reveal());
        var content = new byte[TenantBytes + text.Length];
        tenant.Value.TryWriteBytes(content, bigEndian: true, out _);
        text.CopyTo(content, TenantBytes);
        return HMACSHA256.HashData(derived, content);
    }
}
