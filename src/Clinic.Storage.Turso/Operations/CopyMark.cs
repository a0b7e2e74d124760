using NodaTime;

namespace Clinic.Storage.Turso;

/// <summary>The table that stands in a database as long as a copy into it is not finished; nobody works on it before.</summary>
internal static class CopyMark
{
    public const string Table = "copy_in_progress";

    public const string Create = $"CREATE TABLE {Table} (source TEXT NOT NULL, started_at INTEGER NOT NULL)";

    public const string Drop = $"DROP TABLE {Table}";

    /// <summary>Where the unfinished copy comes from, or null.</summary>
    public static async Task<string?> SourceAsync(ISnapshot snapshot, CancellationToken cancellationToken)
    {
        var stands = await snapshot.QueryAsync(
            "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?1", [Table], r => r.Long(0), cancellationToken).ConfigureAwait(false);
        if (stands.Count == 0) return null;
        return (await snapshot.QueryAsync($"SELECT source FROM {Table}", [], r => r.Text(0), cancellationToken).ConfigureAwait(false)).FirstOrDefault() ?? "";
    }

    public static Step Mark(string source, Instant now) =>
        new($"INSERT INTO {Table} (source, started_at) VALUES (?1, ?2)", [source, now], Guard.None);
}
