using Microsoft.Data.Sqlite;
using NodaTime;
using SQLitePCL;

namespace Clinic.Storage.Turso;

/// <summary>One open handle of SQLite with its prepared statements. Used by one caller at a time.</summary>
internal sealed class PhysicalConnection : IDisposable
{
    private const int MostStatements = 400;
    private const int PagesAtOnce = 2_000;
    private const int Pause = 20;

    private readonly SqliteConnection connection;
    private readonly Interrupter interrupter;
    private readonly Dictionary<string, PreparedStatement> statements = new(StringComparer.Ordinal);

    private PhysicalConnection(SqliteConnection connection)
    {
        this.connection = connection;
        interrupter = new Interrupter(connection.Handle!);
    }

    public bool IsInTransaction => raw.sqlite3_get_autocommit(connection.Handle) == 0;

    public bool IsReadOnly => raw.sqlite3_db_readonly(connection.Handle, "main") == 1;

    /// <summary>Opens a file that exists, or a private database in memory, without any setting but the waiting for locks.</summary>
    public static PhysicalConnection Open(string path, Duration wait)
    {
        NativeLibraryCheck.EnsurePresent();
        var text = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = path == TursoOptions.InMemory ? SqliteOpenMode.Memory : SqliteOpenMode.ReadWrite,
            Pooling = false,
        };
        var connection = new SqliteConnection(text.ToString());
        try
        {
            connection.Open();
            var opened = new PhysicalConnection(connection);
            opened.WaitForLocks(wait);
            return opened;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw SqliteErrors.Translate(e);
        }
    }

    /// <summary>Runs one statement to its end and says how many rows it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<SqlValue> values)
    {
        var statement = Ready(sql, values);
        try
        {
            while (statement.Step())
            {
            }

            return raw.sqlite3_changes(connection.Handle);
        }
        finally
        {
            statement.Reset();
        }
    }

    /// <summary>Says whether the statement gives exactly one row whose first column is not zero.</summary>
    public bool Holds(string sql, params ReadOnlySpan<SqlValue> values)
    {
        var statement = Ready(sql, values);
        try
        {
            return statement.Step() && !statement.Row.IsNull(0) && statement.Row.Long(0) != 0 && !statement.Step();
        }
        finally
        {
            statement.Reset();
        }
    }

    /// <summary>Reads all rows; the function must copy what it returns.</summary>
    public List<T> Query<T>(string sql, ReadOnlySpan<SqlValue> values, Func<Row, T> map)
    {
        var statement = Ready(sql, values);
        try
        {
            var rows = new List<T>();
            while (statement.Step()) rows.Add(map(statement.Row));
            return rows;
        }
        finally
        {
            statement.Reset();
        }
    }

    /// <summary>Reads one number, or null when there is no row.</summary>
    public long? Scalar(string sql, params ReadOnlySpan<SqlValue> values) => Query(sql, values, r => r.LongOrNull(0)).FirstOrDefault();

    /// <summary>Runs a script of several statements.</summary>
    public void Script(string sql) => SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(connection.Handle, sql), connection.Handle);

    /// <summary>Copies every page into another open database, some at a time; both must not be in a transaction that writes.</summary>
    public void BackUpInto(PhysicalConnection target, Action<long> progress, CancellationToken cancellationToken)
    {
        using var backup = raw.sqlite3_backup_init(target.connection.Handle, "main", connection.Handle, "main");
        if (backup is null || backup.IsInvalid) SqliteException.ThrowExceptionForRC(raw.sqlite3_errcode(target.connection.Handle), target.connection.Handle);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var rc = raw.sqlite3_backup_step(backup, PagesAtOnce);
            progress(raw.sqlite3_backup_pagecount(backup) - raw.sqlite3_backup_remaining(backup));
            if (rc == raw.SQLITE_DONE) return;
            if (rc is raw.SQLITE_BUSY or raw.SQLITE_LOCKED) Thread.Sleep(Pause);
            else if (rc != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(rc, target.connection.Handle);
        }
    }

    public void WaitForLocks(Duration most) => _ = raw.sqlite3_busy_timeout(connection.Handle, (int)most.TotalMilliseconds);

    public void Watch(Duration? limit, CancellationToken cancellationToken) => interrupter.Start(limit, cancellationToken);

    public void EndWatch() => interrupter.Stop();

    public void ThrowIfStopped() => interrupter.ThrowIfStopped();

    /// <summary>The error of ours for an error of SQLite during this watch.</summary>
    public Exception Explain(SqliteException e) =>
        (SqliteErrors.IsInterrupted(e) ? interrupter.Reason(e) : null) ?? SqliteErrors.Translate(e);

    public void Dispose()
    {
        Forget();
        interrupter.Dispose();
        connection.Dispose();
    }

    private PreparedStatement Ready(string sql, ReadOnlySpan<SqlValue> values)
    {
        interrupter.ThrowIfStopped();
        if (!statements.TryGetValue(sql, out var statement))
        {
            if (statements.Count >= MostStatements) Forget();
            statement = new PreparedStatement(connection.Handle!, sql);
            statements.Add(sql, statement);
        }

        statement.Bind(values);
        return statement;
    }

    private void Forget()
    {
        foreach (var statement in statements.Values) statement.Dispose();
        statements.Clear();
    }
}
