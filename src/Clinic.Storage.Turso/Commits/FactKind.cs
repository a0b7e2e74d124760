namespace Clinic.Storage.Turso;

/// <summary>Where facts of a kind keep their version, so that <c>Require</c> becomes a guard.</summary>
internal sealed record FactKind
{
    public FactKind(string kind, string table, string idColumn = "id", string versionColumn = "version")
    {
        Kind = kind;
        Check = $"SELECT coalesce((SELECT {versionColumn} FROM {table} WHERE tenant_id = ?1 AND {idColumn} = ?2), 0) = ?3";
    }

    /// <summary>The kind, such as <c>pharmacy.lot</c>.</summary>
    public string Kind { get; }

    /// <summary>The guard: tenant, id, version; a missing row has version 0.</summary>
    public string Check { get; }
}
