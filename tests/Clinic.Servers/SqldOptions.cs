namespace Clinic.Servers;

/// <summary>How a libSQL server is started.</summary>
public sealed record SqldOptions
{
    /// <summary>The public key that tokens must be signed for; null lets everybody in.</summary>
    public string? PublicKeyPem { get; init; }

    /// <summary>Whether it has namespaces, and an address to make them.</summary>
    public bool Namespaces { get; init; }

    /// <summary>Whether replicas may follow it.</summary>
    public bool Primary { get; init; }

    /// <summary>The server to follow.</summary>
    public SqldServer? ReplicaOf { get; init; }

    /// <summary>Anything else, as the program names it.</summary>
    public IReadOnlyList<string> Extra { get; init; } = [];
}
