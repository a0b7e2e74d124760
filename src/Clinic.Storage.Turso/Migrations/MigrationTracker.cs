using System.Globalization;

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

    public static readonly string MarkAsOurs =
        string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {DatabaseIdentity.ApplicationId}");

    private const string InsertRow =
        "INSERT INTO migrations (set_name, version, name, checksum, applied_at, applied_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";

    public static bool Exists(PhysicalConnection connection) =>
        connection.Scalar("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'migrations'") == 1;

    public static IReadOnlyList<AppliedMigration> Read(PhysicalConnection connection) =>
        connection.Query(
            "SELECT set_name, version, name, checksum, applied_at, applied_by FROM migrations ORDER BY set_name, version",
            [],
            r => new AppliedMigration(r.Text(0), r.Int(1), r.Text(2), r.Text(3), r.Instant(4), r.Text(5)));

    /// <summary>Makes the tracker in a new database and marks the file as ours.</summary>
    public static void Ensure(PhysicalConnection connection)
    {
        if (Exists(connection)) return;
        connection.Script(Create + ";" + MarkAsOurs + ";");
    }

    public static void Add(PhysicalConnection connection, AppliedMigration row) =>
        connection.Execute(InsertRow, row.Set, row.Version, row.Name, row.Checksum, row.At, row.By);

    public static void Remove(PhysicalConnection connection, string set, int version) =>
        connection.Execute("DELETE FROM migrations WHERE set_name = ?1 AND version = ?2", set, version);
}
