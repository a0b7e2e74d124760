namespace Clinic.Storage.Turso;

/// <summary>Everything that a database is made of, tables before those that name them.</summary>
internal sealed record DatabaseShape(IReadOnlyList<TableShape> Tables, IReadOnlyList<SchemaObject> Others)
{
    private const string Objects =
        """
        SELECT type, name, tbl_name, sql FROM sqlite_master
        WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name NOT LIKE 'libsql\_%' ESCAPE '\'
        ORDER BY type = 'view', type = 'trigger', type = 'index', name
        """;

    public static async Task<DatabaseShape> ReadAsync(ISnapshot snapshot, CancellationToken cancellationToken)
    {
        var all = await snapshot.QueryAsync(Objects, [], r => new SchemaObject(r.Text(0), r.Text(1), r.Text(2), r.Text(3)), cancellationToken).ConfigureAwait(false);
        var tables = new List<TableShape>();
        var behind = all.Where(IsFullText).SelectMany(o => ShadowsOf(o.Name)).ToHashSet(StringComparer.Ordinal);
        foreach (var table in all.Where(o => o.Type == "table" && o.Name != CopyMark.Table && !behind.Contains(o.Name)))
        {
            if (table.Sql.StartsWith("CREATE VIRTUAL", StringComparison.OrdinalIgnoreCase) && !IsFullText(table))
                throw SqliteErrors.Refused($"The table {table.Name} is virtual and cannot be moved row by row; nothing was changed.");
            tables.Add(await ReadAsync(snapshot, table, cancellationToken).ConfigureAwait(false));
        }

        return new DatabaseShape(ParentsFirst(tables), [.. all.Where(o => o.Type != "table")]);
    }

    // A full-text table that keeps its own content is read and filled like any other; the tables behind it come and go with it.
    private static bool IsFullText(SchemaObject o) =>
        o.Type == "table" && o.Sql.StartsWith("CREATE VIRTUAL", StringComparison.OrdinalIgnoreCase)
        && o.Sql.Contains("USING fts5", StringComparison.OrdinalIgnoreCase) && !o.Sql.Contains("content", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> ShadowsOf(string name) => ((string[])["data", "idx", "content", "docsize", "config"]).Select(s => $"{name}_{s}");

    private static async Task<TableShape> ReadAsync(ISnapshot snapshot, SchemaObject table, CancellationToken cancellationToken)
    {
        var columns = await snapshot.QueryAsync(
            "SELECT name, type, pk, \"notnull\" FROM pragma_table_xinfo(?1) WHERE hidden = 0 ORDER BY cid", [table.Name],
            r => (Name: r.Text(0), Type: r.TextOrNull(1) ?? "", Key: r.Int(2), IsNotNull: r.Int(3) != 0), cancellationToken).ConfigureAwait(false);
        var names = await snapshot.QueryAsync(
            "SELECT DISTINCT \"table\" FROM pragma_foreign_key_list(?1)", [table.Name], r => r.Text(0), cancellationToken).ConfigureAwait(false);
        string[] key = [.. columns.Where(c => c.Key > 0).OrderBy(c => c.Key).Select(c => c.Name)];
        string[] gaps = [.. columns.Where(c => c.Key > 0 && !c.IsNotNull).Select(c => $"{TableShape.Quoted(c.Name)} IS NULL")];

        // Pages go on after a key, and nothing comes after NULL.
        if (gaps.Length > 0 && (await snapshot.QueryAsync(
            $"SELECT 1 FROM {TableShape.Quoted(table.Name)} WHERE {string.Join(" OR ", gaps)} LIMIT 1", [], r => r.Int(0), cancellationToken).ConfigureAwait(false)).Count > 0)
            throw SqliteErrors.Refused($"The table {table.Name} has rows without a primary key, which cannot be moved or counted in order; nothing was changed.");
        return new TableShape(
            table.Name, table.Sql, [.. columns.Select(c => c.Name)], key.Length > 0 ? key : ["rowid"],
            columns.Any(c => c.Type.Contains("BLOB", StringComparison.OrdinalIgnoreCase)), [.. names.Where(n => n != table.Name)]);
    }

    private static List<TableShape> ParentsFirst(List<TableShape> tables)
    {
        var ordered = new List<TableShape>(tables.Count);
        var left = new List<TableShape>(tables);
        while (left.Count > 0)
        {
            var next = left.FirstOrDefault(t => !t.Names.Any(n => left.Any(l => l.Name == n)))
                ?? throw SqliteErrors.Refused($"The tables {string.Join(", ", left.Select(l => l.Name))} name each other and cannot be moved one by one.");
            left.Remove(next);
            ordered.Add(next);
        }

        return ordered;
    }
}
