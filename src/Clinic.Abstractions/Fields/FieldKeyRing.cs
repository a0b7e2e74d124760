using System.Security.Cryptography;

namespace Clinic.Abstractions;

/// <summary>The keys under which sensitive columns are encrypted with AES-256-GCM; the active one for what is written now.</summary>
/// <remarks>
/// Old keys read until everything is encrypted again under the active one. A new key is first added everywhere, then made the active one.
/// Without its key a value is lost, so keep every key apart from the database and as long as its backups.
/// </remarks>
/// <seealso href="https://nvlpubs.nist.gov/nistpubs/Legacy/SP/nistspecialpublication800-38d.pdf"/>
public sealed class FieldKeyRing
{
    /// <summary>The bytes of a key.</summary>
    public const int KeyBytes = 32;

    private const string ValueUse = "clinic.field-value/1";
    private const string IndexUse = "clinic.field-index/1";

    private readonly Dictionary<string, (byte[] Value, byte[] Index)> keys;

    /// <summary>A ring of named keys.</summary>
    /// <param name="activeId">The id of the key for what is written now; letters, digits and hyphens.</param>
    /// <param name="keys">At least the active key; each of 32 bytes.</param>
    /// <exception cref="ArgumentException">The active key is missing, a key has another length, or an id holds other characters.</exception>
    public FieldKeyRing(string activeId, IReadOnlyDictionary<string, byte[]> keys)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(activeId);
        ArgumentNullException.ThrowIfNull(keys);
        if (!keys.ContainsKey(activeId)) throw new ArgumentException($"The active field key '{activeId}' is not among the keys.", nameof(keys));
        if (keys.Keys.FirstOrDefault(id => id.Length == 0 || !id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')) is { } odd)
            throw new ArgumentException($"The id '{odd}' of a field key holds other characters than letters, digits and hyphens.", nameof(keys));
        if (keys.FirstOrDefault(k => k.Value.Length != KeyBytes) is { Key: { } id })
            throw new ArgumentException($"The field key '{id}' has not {KeyBytes} bytes.", nameof(keys));
        ActiveId = activeId;
        this.keys = keys.ToDictionary(k => k.Key, k => (Derived(k.Value, ValueUse), Derived(k.Value, IndexUse)), StringComparer.Ordinal);
    }

    /// <summary>The id of the key for what is written now.</summary>
    public string ActiveId { get; }

    /// <summary>The ids of all keys, the active one first.</summary>
    public IReadOnlyList<string> Ids => [.. keys.Keys.OrderBy(id => id != ActiveId).ThenBy(id => id, StringComparer.Ordinal)];

    /// <summary>A ring with one random key, for tests.</summary>
    public static FieldKeyRing Random() =>
        new("random", new Dictionary<string, byte[]> { ["random"] = RandomNumberGenerator.GetBytes(KeyBytes) });

    /// <summary>The key that encrypts, for adapters; null when it is not in the ring.</summary>
    public ReadOnlyMemory<byte>? ValueKey(string id) => keys.TryGetValue(id, out var key) ? key.Value : null;

    /// <summary>The key of blind indexes, for adapters; null when it is not in the ring.</summary>
    public ReadOnlyMemory<byte>? IndexKey(string id) => keys.TryGetValue(id, out var key) ? key.Index : null;

    /// <summary>The ids of the keys only.</summary>
    public override string ToString() => $"field keys {string.Join(", ", keys.Keys.Order(StringComparer.Ordinal))}";

    // One key for two uses would let a value of one stand for the other.
    private static byte[] Derived(byte[] key, string use) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyBytes, info: System.Text.Encoding.ASCII.GetBytes(use));
}
