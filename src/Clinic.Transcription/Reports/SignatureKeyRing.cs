using System.Security.Cryptography;

namespace Clinic.Transcription.Reports;

/// <summary>The clinic's own signature keys, ECDSA over P-256; the active one signs, all of them verify.</summary>
/// <remarks>Keep old keys: without its key a signature can no longer be verified.</remarks>
/// <seealso href="https://csrc.nist.gov/pubs/fips/186-5/final"/>
public sealed class SignatureKeyRing : IDisposable
{
    private readonly Dictionary<string, ECDsa> keys = new(StringComparer.Ordinal);

    /// <summary>A ring of named private keys in PEM form.</summary>
    /// <exception cref="ArgumentException">The active key is missing, or a text is no private key over P-256.</exception>
    public SignatureKeyRing(string activeId, IReadOnlyDictionary<string, string> privateKeys)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(activeId);
        ArgumentNullException.ThrowIfNull(privateKeys);
        if (!privateKeys.ContainsKey(activeId)) throw new ArgumentException($"The active signature key '{activeId}' is not among the keys.", nameof(privateKeys));
        foreach (var (id, pem) in privateKeys) keys.Add(id, Read(id, pem));
        ActiveId = activeId;
    }

    /// <summary>The id of the key that signs.</summary>
    public string ActiveId { get; }

    /// <summary>A ring with one new key, for tests and demonstrations.</summary>
    public static SignatureKeyRing Random()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new("random", new Dictionary<string, string> { ["random"] = key.ExportPkcs8PrivateKeyPem() });
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var key in keys.Values) key.Dispose();
    }

    /// <summary>The ids only.</summary>
    public override string ToString() => $"signature keys {string.Join(", ", keys.Keys.Order(StringComparer.Ordinal))}";

    internal byte[] Sign(ReadOnlySpan<byte> content)
    {
        lock (keys) return keys[ActiveId].SignData(content, HashAlgorithmName.SHA256);
    }

    internal bool Verifies(string id, ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature)
    {
        lock (keys) return keys.TryGetValue(id, out var key) && key.VerifyData(content, signature, HashAlgorithmName.SHA256);
    }

    private static ECDsa Read(string id, string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            if (key.KeySize != 256) throw new ArgumentException($"The signature key '{id}' has {key.KeySize} bits; allowed is P-256.", nameof(pem));
            _ = key.SignData([0], HashAlgorithmName.SHA256);
            return key;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            key.Dispose();
            throw new ArgumentException($"The signature key '{id}' is no private key over P-256 in PEM form.", nameof(pem), e);
        }
    }
}
