namespace Clinic.Abstractions;

/// <summary>A seal was made under a key that is not configured, so nothing can be said about what it covers.</summary>
/// <param name="keyId">The id of the key.</param>
public sealed class AuditKeyMissingException(string keyId)
    : Exception($"The audit key '{keyId}' is not configured; add it to the old keys. Seals made under it cannot be checked without it.")
{
    /// <summary>The id of the missing key.</summary>
    public string KeyId { get; } = keyId;
}
