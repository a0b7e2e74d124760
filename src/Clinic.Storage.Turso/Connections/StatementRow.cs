using System.Text;
using System.Text.Unicode;
using SQLitePCL;

namespace Clinic.Storage.Turso;

/// <summary>The row at which a prepared statement of SQLite stands.</summary>
internal sealed class StatementRow(sqlite3_stmt statement) : Row
{
    public override bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public override long Long(int column) => raw.sqlite3_column_int64(Present(column), column);

    public override string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(Present(column), column));

    public override byte[] Blob(int column) => raw.sqlite3_column_blob(Present(column), column).ToArray();

    public override SqlValue Value(int column) => raw.sqlite3_column_type(statement, column) switch
    {
        raw.SQLITE_INTEGER => Long(column),
        raw.SQLITE_FLOAT => raw.sqlite3_column_double(statement, column),
        raw.SQLITE_TEXT => Text(column),
        raw.SQLITE_BLOB => Blob(column),
        raw.SQLITE_NULL => SqlValue.Null,
        var type => throw new InvalidOperationException($"Column {column} of the row has the type {type}, which no table of ours uses."),
    };

    /// <summary>Whether a text is what UTF-8 can say; otherwise reading it mended it.</summary>
    public bool IsUtf8(int column) => Utf8.IsValid(raw.sqlite3_column_blob(statement, column));

    private sqlite3_stmt Present(int column) => IsNull(column) ? throw Missing(column) : statement;
}
