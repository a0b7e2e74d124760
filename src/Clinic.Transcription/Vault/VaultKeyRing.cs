using System.Security.Cryptography;

namespace Clinic.Transcription.Vault;

/// <summary>The keys under which the own key of each recording is wrapped; the active one for new recordings.</summary>
/// <remarks>Old keys stay until every recording is wrapped again under the active one; without its key a recording is lost.</remarks>
public sealed class VaultKeyRing
{
    /// <summary>The bytes of a key.</summary>
    public const int KeyBytes = 32;

    /// <summary>The most characters of a key's id.</summary>
    public const int LongestId = 64;

    private readonly Dictionary<string, byte[]> keys;

    /// <summary>A ring of named keys.</summary>
    /// <param name="activeId">The id of the key for new recordings; ASCII letters, digits, dots, hyphens and underscores.</param>
    /// <param name="keys">At least the active key; each of 32 bytes.</param>
    /// <exception cref="ArgumentException">The active key is missing, or an id or key has another form.</exception>
    public VaultKeyRing(string activeId, IReadOnlyDictionary<string, byte[]> keys)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(activeId);
        ArgumentNullException.ThrowIfNull(keys);
        if (!keys.ContainsKey(activeId)) throw new ArgumentException($"The active vault key '{activeId}' is not among the keys.", nameof(keys));
        if (keys.FirstOrDefault(k => k.Value.Length != KeyBytes) is { Key: { } id }) throw new ArgumentException($"The vault key '{id}' has not {KeyBytes} bytes.", nameof(keys));
        if (keys.Keys.FirstOrDefault(k => !IsId(k)) is { } odd) throw new ArgumentException($"The vault key id '{odd}' has other characters than letters, digits, dots, hyphens and underscores, or more than {LongestId}.", nameof(keys));
        ActiveId = activeId;
        this.keys = keys.ToDictionary(k => k.Key, k => (byte[])k.Value.Clone(), StringComparer.Ordinal);
    }

    /// <summary>The id of the key for new recordings.</summary>
    public string ActiveId { get; }

    /// <summary>A ring with one random key, for tests and vaults in memory.</summary>
    public static VaultKeyRing Random() =>
        new("random", new Dictionary<string, byte[]> { ["random"] = RandomNumberGenerator.GetBytes(KeyBytes) });

    internal byte[]? Find(string id) => keys.GetValueOrDefault(id);

    /// <summary>The ids of the keys only.</summary>
    public override string ToString() => $"vault keys {string.Join(", ", keys.Keys.Order(StringComparer.Ordinal))}";

    private static bool IsId(string id) => id.Length is > 0 and <= LongestId && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
}
