using System.Security.Cryptography;

namespace Clinic.Abstractions;

/// <summary>The keys under which payload hashes and look-ups of badges are made; the active one for new hashes.</summary>
/// <remarks>
/// Old keys stay as long as commands made with them may be repeated, and badges were set under no other.
/// A new key is first added everywhere, then made the active one.
/// </remarks>
public sealed class PayloadKeyRing
{
    /// <summary>The fewest bytes of a key.</summary>
    public const int ShortestKey = 32;

    private readonly Dictionary<string, byte[]> keys;

    /// <summary>A ring of named keys.</summary>
    /// <param name="activeId">The id of the key for new hashes; letters, digits and hyphens.</param>
    /// <param name="keys">At least the active key; each of 32 bytes or more.</param>
    /// <exception cref="ArgumentException">The active key is missing, or a key is too short.</exception>
    public PayloadKeyRing(string activeId, IReadOnlyDictionary<string, byte[]> keys)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(activeId);
        ArgumentNullException.ThrowIfNull(keys);
        if (!keys.ContainsKey(activeId)) throw new ArgumentException($"The active payload key '{activeId}' is not among the keys.", nameof(keys));
        if (keys.FirstOrDefault(k => k.Value.Length < ShortestKey) is { Key: { } id })
            throw new ArgumentException($"The payload key '{id}' has fewer than {ShortestKey} bytes.", nameof(keys));
        ActiveId = activeId;
        this.keys = keys.ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>The id of the key for new hashes.</summary>
    public string ActiveId { get; }

    /// <summary>A ring with one random key, for tests and stores in memory.</summary>
    public static PayloadKeyRing Random() =>
        new("random", new Dictionary<string, byte[]> { ["random"] = RandomNumberGenerator.GetBytes(ShortestKey) });

    /// <summary>The ids of all keys, the active one first.</summary>
    internal IEnumerable<string> Ids => keys.Keys.OrderBy(id => id != ActiveId).ThenBy(id => id, StringComparer.Ordinal);

    internal byte[] Find(string id) =>
        keys.TryGetValue(id, out var key)
            ? key
            : throw new InvalidOperationException($"The payload key '{id}' of a stored command is not configured; add it to the old keys.");

    /// <summary>The ids of the keys only.</summary>
    public override string ToString() => $"payload keys {string.Join(", ", keys.Keys.Order(StringComparer.Ordinal))}";
}
