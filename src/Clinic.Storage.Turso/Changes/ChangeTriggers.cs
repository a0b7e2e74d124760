using System.Globalization;

namespace Clinic.Storage.Turso;

/// <summary>The triggers of a followed table as SQL that SQLite 3.35 and sqld take alike. Pure.</summary>
internal static class ChangeTriggers
{
    // 127 arguments are the most a function takes, and an image needs two per column.
    private const int PerObject = 50;

    private static readonly string[] Events = ["insert", "update", "delete"];

    /// <summary>The names of the triggers that a table may have.</summary>
    public static IEnumerable<string> NamesOf(string table) => Events.Select(e => $"change_trail_{table}_{e}");

    /// <summary>Removes the triggers of a table.</summary>
    public static string Drop(string table) => string.Concat(NamesOf(table).Select(n => $"DROP TRIGGER IF EXISTS {Quoted(n)};\n"));

    /// <summary>Makes the triggers of a table.</summary>
    public static string Create(string table, IReadOnlyList<ChangeColumn> columns, ChangeDetail detail) =>
        detail == ChangeDetail.Off ? "" : string.Concat(Events.Select(e => One(table, columns, detail, e)));

    private static string One(string table, IReadOnlyList<ChangeColumn> columns, ChangeDetail detail, string change)
    {
        var row = change == "delete" ? "old" : "new";
        var before = detail == ChangeDetail.Full && change != "insert" ? Image("old", columns) : "NULL";
        var after = detail is ChangeDetail.Full or ChangeDetail.After && change != "delete" ? Image("new", columns) : "NULL";
        return string.Create(CultureInfo.InvariantCulture, $"""
            CREATE TRIGGER {Quoted($"change_trail_{table}_{change}")} AFTER {change.ToUpperInvariant()} ON {Quoted(table)}
            BEGIN
                INSERT INTO changes (tenant_id, table_name, row_key, change, before, after)
                VALUES ({row}.tenant_id, '{table.Replace("'", "''", StringComparison.Ordinal)}', {Key(row, columns)}, '{change}', {before}, {after});
            END;

            """);
    }

    private static string Key(string row, IReadOnlyList<ChangeColumn> columns)
    {
        var key = columns.Where(c => c.KeyPlace > 0 && c.Name != "tenant_id").OrderBy(c => c.KeyPlace).ToList();
        // A table whose key is a number of its own has no key column besides it.
        return $"json_array({string.Join(", ", (key.Count == 0 ? [.. columns.Where(c => c.Name == "id")] : key).Select(c => $"{row}.{Quoted(c.Name)}"))})";
    }

    // Several objects become one by their text: a merge would drop what is NULL.
    private static string Image(string row, IReadOnlyList<ChangeColumn> columns)
    {
        var parts = columns.Chunk(PerObject)
            .Select(c => $"json_object({string.Join(", ", c.Select(x => $"'{x.Name.Replace("'", "''", StringComparison.Ordinal)}', {Value(row, x)}"))})").ToList();
        return parts.Aggregate((all, next) => $"substr({all}, 1, length({all}) - 1) || ',' || substr({next}, 2)");
    }

    // Bytes are told by their number only: JSON holds none, and the engines share no hash function.
    private static string Value(string row, ChangeColumn column)
    {
        var name = $"{row}.{Quoted(column.Name)}";
        return $"CASE typeof({name}) WHEN 'blob' THEN length({name}) || ' bytes' ELSE {name} END";
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
