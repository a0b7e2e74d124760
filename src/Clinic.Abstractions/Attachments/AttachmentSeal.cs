using System.Security.Cryptography;
using System.Text;

namespace Clinic.Abstractions;

/// <summary>AES-256-GCM over the content, bound to the tenant and to everything that is known of the attachment.</summary>
/// <remarks>A row moved to another tenant or subject, or with any other word changed, does not open.</remarks>
internal static class AttachmentSeal
{
    public const int NonceBytes = 12;
    public const int TagBytes = 16;

    private const string Form = "clinic.attachment/1";

    public static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Nonce, ciphertext, tag.</summary>
    public static byte[] Seal(TenantId tenant, Attachment attachment, ReadOnlySpan<byte> content, byte[] key)
    {
        var whole = new byte[NonceBytes + content.Length + TagBytes];
        var nonce = whole.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, content, whole.AsSpan(NonceBytes, content.Length), whole.AsSpan(whole.Length - TagBytes), Bound(tenant, attachment));
        return whole;
    }

    /// <summary>The clear content, or null when the key, the bytes or anything known of it is another.</summary>
    public static byte[]? Open(TenantId tenant, SealedAttachment stored, byte[] key)
    {
        var whole = stored.Content.Span;
        if (whole.Length < NonceBytes + TagBytes) return null;
        var content = new byte[whole.Length - NonceBytes - TagBytes];
        try
        {
            using var aes = new AesGcm(key, TagBytes);
            aes.Decrypt(whole[..NonceBytes], whole[NonceBytes..^TagBytes], whole[^TagBytes..], content, Bound(tenant, stored.Attachment));
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }

        return content.Length == stored.Attachment.Length && string.Equals(HashOf(content), stored.Attachment.Sha256, StringComparison.Ordinal) ? content : null;
    }

    // BinaryWriter puts the length before each text, so that no two descriptions give the same bytes.
    private static byte[] Bound(TenantId tenant, Attachment a)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(Form);
        writer.Write(tenant.ToString());
        writer.Write(a.Id.ToString());
        writer.Write(a.Subject.Kind);
        writer.Write(ClinicId.Text(a.Subject.Id));
        writer.Write(a.Kind.ToString());
        writer.Write(a.MediaType);
        writer.Write(a.Length);
        writer.Write(a.Sha256);
        writer.Write(a.KeyId);
        writer.Write(a.MadeAt.ToUnixTimeMicroseconds());
        writer.Write(a.MadeBy.ToString());
        writer.Flush();
        return bytes.ToArray();
    }
}
