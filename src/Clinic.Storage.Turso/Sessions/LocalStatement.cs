using SQLitePCL;

namespace Clinic.Storage.Turso;

/// <summary>A statement prepared on one handle, kept for its next use.</summary>
internal sealed class LocalStatement : IDisposable
{
    // SQLITE_STMTSTATUS_REPREPARE
    private const int Reprepare = 5;

    private ColumnInfo[] columns = [];
    private int preparations = -1;

    public LocalStatement(sqlite3 database, SqlStatement source)
    {
        Source = source;
        var code = raw.sqlite3_prepare_v3(database, source.Text, raw.SQLITE_PREPARE_PERSISTENT, out var handle);
        if (code != raw.SQLITE_OK) throw LocalErrors.Of(code, database);
        Handle = handle;
        IsReadOnly = raw.sqlite3_stmt_readonly(handle) != 0;
        ColumnCount = raw.sqlite3_column_count(handle);
        var count = raw.sqlite3_bind_parameter_count(handle);
        if (count == source.Parameters.Length) return;
        handle.Dispose();
        throw new InvalidOperationException($"SQLite finds {count} parameters in a statement in which {source.Parameters.Length} were found before.");
    }

    public SqlStatement Source { get; }

    public sqlite3_stmt Handle { get; }

    public bool IsReadOnly { get; }

    public int ColumnCount { get; }

    /// <summary>Whether a reader stands in it, so that another one needs its own.</summary>
    public bool IsInUse { get; set; }

    /// <summary>Whether its handle keeps it for the next use.</summary>
    public bool IsKept { get; set; } = true;

    /// <summary>Ends a use.</summary>
    public void GiveBack()
    {
        IsInUse = false;
        if (!IsKept) Dispose();
    }

    /// <summary>Names and types; they are read again only when SQLite has prepared the statement anew after a change of the schema.</summary>
    public ColumnInfo[] Columns()
    {
        var now = raw.sqlite3_stmt_status(Handle, Reprepare, 0);
        if (now == preparations) return columns;
        columns = new ColumnInfo[raw.sqlite3_column_count(Handle)];
        for (var i = 0; i < columns.Length; i++)
            columns[i] = new ColumnInfo(raw.sqlite3_column_name(Handle, i).utf8_to_string(), raw.sqlite3_column_decltype(Handle, i).utf8_to_string());
        preparations = now;
        return columns;
    }

    /// <summary>The columns with the tables that they come from.</summary>
    public ColumnInfo[] Origins(sqlite3 database)
    {
        var plain = Columns();
        var result = new ColumnInfo[plain.Length];
        for (var i = 0; i < plain.Length; i++) result[i] = Origin(database, plain[i], i);
        return result;
    }

    public void Dispose() => Handle.Dispose();

    private ColumnInfo Origin(sqlite3 database, ColumnInfo plain, int column)
    {
        var table = raw.sqlite3_column_table_name(Handle, column).utf8_to_string();
        if (table is null) return plain;
        var catalog = raw.sqlite3_column_database_name(Handle, column).utf8_to_string();
        var origin = raw.sqlite3_column_origin_name(Handle, column).utf8_to_string();
        var known = plain with { Database = catalog, Table = table, Origin = origin };
        var code = raw.sqlite3_table_column_metadata(database, catalog, table, origin, out _, out _, out var notNull, out var key, out var auto);
        return code == raw.SQLITE_OK ? known with { IsNotNull = notNull != 0, IsKey = key != 0, IsAutoIncrement = auto != 0 } : known;
    }
}
