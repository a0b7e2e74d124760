using System.Security.Cryptography;

namespace Clinic.Transcription.Transcripts;

/// <summary>The keys that wrap the data keys of sessions with AES-256-GCM; the active one for new sessions.</summary>
/// <remarks>
/// Old keys stay as long as sessions whose data keys they wrap. They lie outside the database; without its key the text of a session is lost.
/// </remarks>
/// <seealso href="https://nvlpubs.nist.gov/nistpubs/Legacy/SP/nistspecialpublication800-38d.pdf"/>
public sealed class TranscriptKeyRing
{
    /// <summary>The bytes of a key.</summary>
    public const int KeyBytes = 32;

    private readonly Dictionary<string, byte[]> keys;

    /// <summary>A ring of named keys.</summary>
    /// <param name="activeId">The id of the key for new sessions; letters, digits and hyphens.</param>
    /// <param name="keys">At least the active key; each of 32 bytes.</param>
    /// <exception cref="ArgumentException">The active key is missing, or a key has another length.</exception>
    public TranscriptKeyRing(string activeId, IReadOnlyDictionary<string, byte[]> keys)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(activeId);
        ArgumentNullException.ThrowIfNull(keys);
        if (!keys.ContainsKey(activeId)) throw new ArgumentException($"The active transcript key '{activeId}' is not among the keys.", nameof(keys));
        if (keys.FirstOrDefault(k => k.Value.Length != KeyBytes) is { Key: { } id })
            throw new ArgumentException($"The transcript key '{id}' has not {KeyBytes} bytes.", nameof(keys));
        ActiveId = activeId;
        this.keys = keys.ToDictionary(k => k.Key, k => (byte[])k.Value.Clone(), StringComparer.Ordinal);
    }

    /// <summary>The id of the key for new sessions.</summary>
    public string ActiveId { get; }

    /// <summary>A ring with one random key, for tests and stores in memory.</summary>
    public static TranscriptKeyRing Random() =>
        new("random", new Dictionary<string, byte[]> { ["random"] = RandomNumberGenerator.GetBytes(KeyBytes) });

    internal byte[]? Find(string id) => keys.GetValueOrDefault(id);

    /// <summary>The ids of the keys only.</summary>
    public override string ToString() => $"transcript keys {string.Join(", ", keys.Keys.Order(StringComparer.Ordinal))}";
}
