namespace Clinic.Storage.Turso;

/// <summary>The table that remembers what was applied.</summary>
internal static class MigrationTracker
{
    public const string Create = """
        CREATE TABLE IF NOT EXISTS migrations (
            set_name   TEXT NOT NULL,
            version    INTEGER NOT NULL,
            name       TEXT NOT NULL,
            checksum   TEXT NOT NULL,
            applied_at INTEGER NOT NULL,
            applied_by TEXT NOT NULL,
            PRIMARY KEY (set_name, version)
        )
        """;

    private const string InsertRow =
        "INSERT INTO migrations (set_name, version, name, checksum, applied_at, applied_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";

    public const string Select =
        "SELECT set_name, version, name, checksum, applied_at, applied_by FROM migrations ORDER BY set_name, version";

    public static async Task<bool> ExistsAsync(IMigrationTarget target, CancellationToken cancellationToken) =>
        (await target.QueryAsync(
            "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migrations'", [], r => r.Long(0), cancellationToken).ConfigureAwait(false)).Count == 1;

    /// <summary>What was applied, or null where there is no tracker.</summary>
    public static async Task<IReadOnlyList<AppliedMigration>?> AppliedAsync(IMigrationTarget target, CancellationToken cancellationToken) =>
        await ExistsAsync(target, cancellationToken).ConfigureAwait(false) ? await ReadAsync(target, cancellationToken).ConfigureAwait(false) : null;

    public static async Task<IReadOnlyList<AppliedMigration>> ReadAsync(IMigrationTarget target, CancellationToken cancellationToken) =>
        await target.QueryAsync(
            Select, [], Map, cancellationToken).ConfigureAwait(false);

    public static AppliedMigration Map(Row r) => new(r.Text(0), r.Int(1), r.Text(2), r.Text(3), r.Instant(4), r.Text(5));

    /// <summary>Makes the tracker in a new database and marks the database as ours.</summary>
    public static async Task EnsureAsync(IMigrationTarget target, CancellationToken cancellationToken)
    {
        if (await ExistsAsync(target, cancellationToken).ConfigureAwait(false)) return;
        await target.ScriptAsync(Create, cancellationToken).ConfigureAwait(false);
        await target.MarkAsOursAsync(cancellationToken).ConfigureAwait(false);
    }

    public static Task AddAsync(IMigrationTarget target, AppliedMigration row, CancellationToken cancellationToken) =>
        target.ExecuteAsync(InsertRow, [row.Set, row.Version, row.Name, row.Checksum, row.At, row.By], cancellationToken);

    public static Task RemoveAsync(IMigrationTarget target, string set, int version, CancellationToken cancellationToken) =>
        target.ExecuteAsync("DELETE FROM migrations WHERE set_name = ?1 AND version = ?2", [set, version], cancellationToken);
}
