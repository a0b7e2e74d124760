using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Clinic.Storage.Turso;

/// <summary>A statement of one connection, prepared once and bound again for every use.</summary>
internal sealed class PreparedStatement : IDisposable
{
    private const int SmallText = 256;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private readonly int parameters;

    public PreparedStatement(sqlite3 database, string sql)
    {
        this.database = database;
        var rc = raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement, out var tail);
        SqliteException.ThrowExceptionForRC(rc, database);
        if (!string.IsNullOrWhiteSpace(tail)) throw new InvalidOperationException("A step holds more than one statement.");
        parameters = raw.sqlite3_bind_parameter_count(statement);
        Row = new StatementRow(statement);
    }

    /// <summary>The row at which the statement stands after <see cref="Step"/> said true.</summary>
    public Row Row { get; }

    /// <summary>Binds <c>?1</c>, <c>?2</c> and so on; as many values as the statement names.</summary>
    public void Bind(ReadOnlySpan<SqlValue> values)
    {
        if (values.Length != parameters)
            throw new InvalidOperationException($"The statement names {parameters} parameters and was given {values.Length}.");
        for (var i = 0; i < values.Length; i++) SqliteException.ThrowExceptionForRC(Bind(statement, i + 1, values[i]), database);
    }

    /// <summary>Goes to the next row; false at the end.</summary>
    public bool Step()
    {
        var rc = raw.sqlite3_step(statement);
        if (rc == raw.SQLITE_ROW) return true;
        if (rc != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(rc, database);
        return false;
    }

    /// <summary>Makes ready for the next use; values of this use are dropped.</summary>
    public void Reset()
    {
        // The result code repeats the error of the last step, which was thrown already.
        _ = raw.sqlite3_reset(statement);
        _ = raw.sqlite3_clear_bindings(statement);
    }

    public void Dispose() => statement.Dispose();

    /// <summary>Binds one value and gives SQLite's result code.</summary>
    internal static int Bind(sqlite3_stmt statement, int index, in SqlValue value) => value.Kind switch
    {
        SqlValueKind.Integer => raw.sqlite3_bind_int64(statement, index, value.Number),
        SqlValueKind.Real => raw.sqlite3_bind_double(statement, index, value.Real),
        SqlValueKind.Text => BindText(statement, index, value.Text),
        SqlValueKind.Uuid => BindUuid(statement, index, value.Uuid),
        SqlValueKind.Blob when value.Blob.Length == 0 => raw.sqlite3_bind_zeroblob(statement, index, 0),
        SqlValueKind.Blob => raw.sqlite3_bind_blob(statement, index, value.Blob),
        _ => raw.sqlite3_bind_null(statement, index),
    };

    private static int BindUuid(sqlite3_stmt statement, int index, Guid value)
    {
        Span<byte> text = stackalloc byte[36];
        value.TryFormat(text, out _, "D");
        return raw.sqlite3_bind_text(statement, index, text);
    }

    // Bound with its length, so that U+0000 inside a text stays. An empty span would be bound as NULL.
    private static int BindText(sqlite3_stmt statement, int index, string text)
    {
        if (text.Length == 0) return raw.sqlite3_bind_text(statement, index, "");
        if (text.Length <= SmallText)
        {
            Span<byte> small = stackalloc byte[SmallText * 3];
            return raw.sqlite3_bind_text(statement, index, small[..Strict.GetBytes(text, small)]);
        }

        var rented = ArrayPool<byte>.Shared.Rent(Strict.GetMaxByteCount(text.Length));
        try
        {
            return raw.sqlite3_bind_text(statement, index, rented.AsSpan(0, Strict.GetBytes(text, rented)));
        }
        finally
        {
            // The pool is shared with the whole app, and the text may be private.
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }
}
