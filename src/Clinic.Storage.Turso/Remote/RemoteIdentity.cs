namespace Clinic.Storage.Turso;

/// <summary>Tells our databases on servers from those of others: ours has a tracker with exactly its columns, or is empty.</summary>
internal static class RemoteIdentity
{
    private const string Look = """
        SELECT
            (SELECT count(*) FROM sqlite_master WHERE name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name NOT LIKE 'libsql\_%' ESCAPE '\'),
            (SELECT count(*) FROM pragma_table_info('migrations')
             WHERE name IN ('set_name', 'version', 'name', 'checksum', 'applied_at', 'applied_by'))
        """;

    private const int TrackerColumns = 6;

    /// <summary>Says whether the database is empty, and refuses one that belongs to somebody else.</summary>
    public static async Task<bool> IsEmptyAsync(HranaClient client, string path, CancellationToken cancellationToken)
    {
        var row = (await client.ExecuteAsync(new HranaStatement(Look), HranaEffect.Read, cancellationToken).ConfigureAwait(false)).Rows[0];
        if (row[1].Number == TrackerColumns) return false;
        if (row[0].Number == 0) return true;
        throw SqliteErrors.Refused($"The database {path} belongs to another application; nothing was changed in it.");
    }
}
