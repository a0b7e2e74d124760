using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Clinic.Abstractions;

namespace Clinic.Storage.Turso;

/// <summary>Encrypts single values of sensitive columns, bound to their table, column and row.</summary>
/// <remarks>
/// Stored as text: a control character, the form, the id of the key, and base64 of nonce, ciphertext and tag. Without keys everything is
/// written clear, and what is encrypted is refused with the id of its key.
/// </remarks>
internal sealed class FieldCipher(FieldKeyRing? keys)
{
    private const string Mark = "\u0001f1:";
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    // Refuses half a pair of surrogates instead of replacing it: what is read must be what was written.
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The id of the key for what is written now; null while nothing is encrypted.</summary>
    public string? ActiveId => keys?.ActiveId;

    /// <summary>The value as it is stored.</summary>
    /// <exception cref="ArgumentException">A clear value looks like an encrypted one.</exception>
    public string? Seal(string table, string column, Guid tenant, Guid row, string? clear) => Seal(ActiveId, table, column, tenant, row, clear);

    /// <summary>The value under a certain key, or clear where that is null.</summary>
    public string? Seal(string? keyId, string table, string column, Guid tenant, Guid row, string? clear)
    {
        if (clear is null) return null;
        if (clear.StartsWith(Mark, StringComparison.Ordinal)) throw new ArgumentException($"A value of {table}.{column} begins like an encrypted one.", nameof(clear));
        if (keyId is null) return clear;
        Utf16.Checked(clear);
        var content = Strict.GetBytes(clear);
        var whole = new byte[NonceBytes + content.Length + TagBytes];
        RandomNumberGenerator.Fill(whole.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(Key(keyId, table, column).Span, TagBytes);
        aes.Encrypt(whole.AsSpan(0, NonceBytes), content, whole.AsSpan(NonceBytes, content.Length), whole.AsSpan(whole.Length - TagBytes), Bound(keyId, table, column, tenant, row));
        return $"{Mark}{keyId}:{Convert.ToBase64String(whole)}";
    }

    /// <summary>The clear value of what is stored.</summary>
    /// <exception cref="TursoException">Its key is not configured, or does not open it; the key is named.</exception>
    public string? Open(string table, string column, Guid tenant, Guid row, string? stored)
    {
        if (stored is null || !stored.StartsWith(Mark, StringComparison.Ordinal)) return stored;
        var end = stored.IndexOf(':', Mark.Length);
        var keyId = end < 0 ? "" : stored[Mark.Length..end];
        var key = Key(keyId, table, column);
        try
        {
            var whole = Convert.FromBase64String(stored[(end + 1)..]);
            if (whole.Length < NonceBytes + TagBytes) throw NotOpened(keyId, table, column, null);
            var content = new byte[whole.Length - NonceBytes - TagBytes];
            using var aes = new AesGcm(key.Span, TagBytes);
            aes.Decrypt(whole.AsSpan(0, NonceBytes), whole.AsSpan(NonceBytes, content.Length), whole.AsSpan(whole.Length - TagBytes), content, Bound(keyId, table, column, tenant, row));
            return Strict.GetString(content);
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            throw NotOpened(keyId, table, column, e);
        }
    }

    /// <summary>The blind index of an exact value under the active key; null while nothing is encrypted.</summary>
    public string? Index(string name, Guid tenant, params ReadOnlySpan<string> parts) => ActiveId is { } id ? Index(id, name, tenant, parts) : null;

    /// <summary>The blind indexes of an exact value under every key.</summary>
    public string[] Indexes(string name, Guid tenant, params string[] parts) => keys is null ? [] : [.. keys.Ids.Select(id => Index(id, name, tenant, parts))];

    private string Index(string keyId, string name, Guid tenant, ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, keys!.IndexKey(keyId)!.Value.Span);
        hash.AppendData(Lengths([name, ClinicId.Text(tenant), .. parts]));
        return $"{keyId}:{Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }

    private ReadOnlyMemory<byte> Key(string id, string table, string column) =>
        keys?.ValueKey(id)
        ?? throw SqliteErrors.Refused($"A value of {table}.{column} is encrypted under the field key '{id}', which is not configured; add it to the field keys.");

    private static TursoException NotOpened(string keyId, string table, string column, Exception? e) =>
        SqliteErrors.Refused($"A value of {table}.{column} does not open with the field key '{keyId}': the configured key is another one, or the value was changed or moved.", e);

    private static byte[] Bound(string keyId, string table, string column, Guid tenant, Guid row) =>
        Lengths(["clinic.field/1", keyId, table, column, ClinicId.Text(tenant), ClinicId.Text(row)]);

    // The length comes first, so that no two lists give the same bytes.
    private static byte[] Lengths(ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts) text.Append(CultureInfo.InvariantCulture, $"{part.Length}:{part}");
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
