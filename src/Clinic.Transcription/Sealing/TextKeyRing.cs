using System.Security.Cryptography;

namespace Clinic.Transcription.Sealing;

/// <summary>The keys that wrap the data keys of texts with AES-256-GCM; the active one for new texts.</summary>
/// <remarks>
/// Old keys stay as long as texts whose data keys they wrap. They lie outside the database; without its key a text is lost.
/// </remarks>
/// <seealso href="https://nvlpubs.nist.gov/nistpubs/Legacy/SP/nistspecialpublication800-38d.pdf"/>
public sealed class TextKeyRing
{
    /// <summary>The bytes of a key.</summary>
    public const int KeyBytes = 32;

    private readonly Dictionary<string, byte[]> keys;

    /// <summary>A ring of named keys.</summary>
    /// <param name="activeId">The id of the key for new texts; letters, digits and hyphens.</param>
    /// <param name="keys">At least the active key; each of 32 bytes.</param>
    /// <exception cref="ArgumentException">The active key is missing, or a key has another length.</exception>
    public TextKeyRing(string activeId, IReadOnlyDictionary<string, byte[]> keys)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(activeId);
        ArgumentNullException.ThrowIfNull(keys);
        if (!keys.ContainsKey(activeId)) throw new ArgumentException($"The active text key '{activeId}' is not among the keys.", nameof(keys));
        if (keys.FirstOrDefault(k => k.Value.Length != KeyBytes) is { Key: { } id })
            throw new ArgumentException($"The text key '{id}' has not {KeyBytes} bytes.", nameof(keys));
        ActiveId = activeId;
        this.keys = keys.ToDictionary(k => k.Key, k => (byte[])k.Value.Clone(), StringComparer.Ordinal);
    }

    /// <summary>The id of the key for new texts.</summary>
    public string ActiveId { get; }

    /// <summary>A ring with one random key, for tests and stores in memory.</summary>
    public static TextKeyRing Random() =>
        new("random", new Dictionary<string, byte[]> { ["random"] = RandomNumberGenerator.GetBytes(KeyBytes) });

    internal byte[]? Find(string id) => keys.GetValueOrDefault(id);

    /// <summary>The ids of the keys only.</summary>
    public override string ToString() => $"text keys {string.Join(", ", keys.Keys.Order(StringComparer.Ordinal))}";
}
