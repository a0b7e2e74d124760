using System.Globalization;

namespace Clinic.Storage.Turso;

/// <summary>The rows of a table in the order of its key, page by page.</summary>
internal sealed class TablePages
{
    private const int Many = 500;
    private const int FewLarge = 8;

    private readonly ISnapshot snapshot;
    private readonly TableShape table;
    private readonly bool mustBeExact;
    private readonly string select;
    private readonly string order;
    private int most;

    /// <param name="snapshot">The look at the database.</param>
    /// <param name="table">The table.</param>
    /// <param name="mustBeExact">Whether a text that is not UTF-8 is refused: what is moved must arrive as it was.</param>
    public TablePages(ISnapshot snapshot, TableShape table, bool mustBeExact = false)
    {
        this.mustBeExact = mustBeExact;
        this.snapshot = snapshot;
        this.table = table;
        most = table.HasBlobs ? FewLarge : Many;
        select = $"SELECT {List(table.Carried)} FROM {TableShape.Quoted(table.Name)}";
        order = $"ORDER BY {List(table.Key)} LIMIT";
    }

    /// <summary>The rows after a key; all rows where there is none yet. Empty at the end.</summary>
    public async Task<List<SqlValue[]>> NextAsync(SqlValue[]? after, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await snapshot.QueryAsync(Sql(after), [.. after ?? [], most], Read, cancellationToken).ConfigureAwait(false);
            }
            catch (TursoException e) when (e.SqliteErrorCode == SQLitePCL.raw.SQLITE_TOOBIG && most > 1)
            {
                most /= 2;
            }
        }
    }

    /// <summary>The key of the last row, or null in an empty table.</summary>
    public async Task<SqlValue[]?> LastKeyAsync(CancellationToken cancellationToken)
    {
        var found = await snapshot.QueryAsync(
            $"SELECT {List(table.Key)} FROM {TableShape.Quoted(table.Name)} ORDER BY {string.Join(", ", table.Key.Select(k => $"{Name(k)} DESC"))} LIMIT 1", [],
            r => Values(r, table.Key.Count), cancellationToken).ConfigureAwait(false);
        return found.FirstOrDefault();
    }

    /// <summary>The key of a row.</summary>
    public SqlValue[] KeyOf(SqlValue[] row) => [.. table.KeyPlaces.Select(i => row[i])];

    private string Sql(SqlValue[]? after) => after is null
        ? $"{select} {order} ?1"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{select} WHERE ({List(table.Key)}) > ({string.Join(", ", after.Select((_, i) => $"?{i + 1}"))}) {order} ?{after.Length + 1}");

    private SqlValue[] Read(Row row)
    {
        var values = Values(row, table.Carried.Count);
        if (mustBeExact && row is StatementRow read) RequireExact(read, values);
        return values;
    }

    private void RequireExact(StatementRow row, SqlValue[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i].Kind == SqlValueKind.Text && values[i].Text.Contains('\uFFFD', StringComparison.Ordinal) && !row.IsUtf8(i))
                throw SqliteErrors.Refused($"The column {table.Carried[i]} of the table {table.Name} holds text that is not UTF-8 and would not arrive as it is. Mend it, or restore a backup, which keeps it.");
        }
    }

    private static SqlValue[] Values(Row row, int count)
    {
        var values = new SqlValue[count];
        for (var i = 0; i < count; i++) values[i] = row.Value(i);
        return values;
    }

    private static string List(IEnumerable<string> columns) => string.Join(", ", columns.Select(Name));

    private static string Name(string column) => column == "rowid" ? column : TableShape.Quoted(column);
}
