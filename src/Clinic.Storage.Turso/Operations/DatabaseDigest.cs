namespace Clinic.Storage.Turso;

/// <summary>Counts and hashes of all tables of a database.</summary>
internal static class DatabaseDigest
{
    public static async Task<IReadOnlyList<TableFigures>> OfAsync(
        ISnapshot snapshot, DatabaseShape shape, IProgress<TableProgress>? progress, CancellationToken cancellationToken)
    {
        var figures = new List<TableFigures>(shape.Tables.Count);
        foreach (var table in shape.Tables) figures.Add(await OfAsync(snapshot, table, progress, cancellationToken).ConfigureAwait(false));
        return [.. figures.OrderBy(f => f.Table, StringComparer.Ordinal)];
    }

    public static async Task<TableFigures> OfAsync(
        ISnapshot snapshot, TableShape table, IProgress<TableProgress>? progress, CancellationToken cancellationToken)
    {
        using var hash = new ContentHash();
        var pages = new TablePages(snapshot, table);
        SqlValue[]? after = null;
        while (await pages.NextAsync(after, cancellationToken).ConfigureAwait(false) is { Count: > 0 } rows)
        {
            foreach (var row in rows) hash.Add(row);
            after = pages.KeyOf(rows[^1]);
            progress?.Report(new TableProgress("verify", table.Name, hash.Rows));
        }

        return new TableFigures(table.Name, hash.Rows, hash.End());
    }
}
