using System.Security.Cryptography;

namespace Clinic.Abstractions;

/// <summary>The keys under which ranges of the audit are sealed; the active one for new seals.</summary>
/// <remarks>
/// Whoever has a key can make seals, so keep it away from those who administer the database. Old keys stay as long as seals made with them.
/// </remarks>
public sealed class AuditSealKeyRing
{
    /// <summary>The fewest bytes of a key.</summary>
    public const int ShortestKey = 32;

    private readonly Dictionary<string, byte[]> keys;

    /// <summary>A ring of named keys.</summary>
    /// <param name="activeId">The id of the key for new seals; letters, digits and hyphens.</param>
    /// <param name="keys">At least the active key; each of 32 bytes or more.</param>
    /// <exception cref="ArgumentException">The active key is missing, or a key is too short.</exception>
    public AuditSealKeyRing(string activeId, IReadOnlyDictionary<string, byte[]> keys)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(activeId);
        ArgumentNullException.ThrowIfNull(keys);
        if (!keys.ContainsKey(activeId)) throw new ArgumentException($"The active audit key '{activeId}' is not among the keys.", nameof(keys));
        if (keys.FirstOrDefault(k => k.Value.Length < ShortestKey) is { Key: { } id })
            throw new ArgumentException($"The audit key '{id}' has fewer than {ShortestKey} bytes.", nameof(keys));
        ActiveId = activeId;
        this.keys = keys.ToDictionary(k => k.Key, k => (byte[])k.Value.Clone(), StringComparer.Ordinal);
    }

    /// <summary>The id of the key for new seals.</summary>
    public string ActiveId { get; }

    /// <summary>A ring with one random key, for tests and stores in memory.</summary>
    public static AuditSealKeyRing Random() =>
        new("random", new Dictionary<string, byte[]> { ["random"] = RandomNumberGenerator.GetBytes(ShortestKey) });

    internal byte[] Find(string id) =>
        keys.TryGetValue(id, out var key)
            ? key
            : throw new AuditKeyMissingException(id);

    /// <summary>The ids of the keys only.</summary>
    public override string ToString() => $"audit keys {string.Join(", ", keys.Keys.Order(StringComparer.Ordinal))}";
}
