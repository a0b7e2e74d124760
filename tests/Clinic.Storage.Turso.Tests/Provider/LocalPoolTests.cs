using System.Diagnostics;

namespace Clinic.Storage.Turso.Tests.Provider;

/// <summary>Handles, pools, files and memory: what only a local database has.</summary>
public sealed class LocalPoolTests : IDisposable
{
    private readonly LocalTarget target = new();

    public void Dispose() => target.Dispose();

    [Fact]
    public void Every_physical_connection_has_its_settings()
    {
        using var connection = Open(target.ConnectionString + ";Synchronous=Normal;Cache Size KiB=1024");

        Assert.Equal(("wal", 1L, 1L, 0L, -1024L), (
            Scalar(connection, "PRAGMA journal_mode"), Scalar(connection, "PRAGMA synchronous"), Scalar(connection, "PRAGMA foreign_keys"),
            Scalar(connection, "PRAGMA recursive_triggers"), Scalar(connection, "PRAGMA cache_size")));
    }

    [Fact]
    public void What_one_user_changes_the_next_does_not_meet()
    {
        using (var one = Open(target.ConnectionString))
        {
            Scalar(one, "PRAGMA foreign_keys = OFF");
            Scalar(one, "CREATE TEMP TABLE leftover (a)");
            Scalar(one, "BEGIN");
        }

        using var two = Open(target.ConnectionString);
        Assert.Equal(1L, Scalar(two, "PRAGMA foreign_keys"));
        Assert.Equal(0L, Scalar(two, "SELECT count(*) FROM sqlite_temp_master"));
        using var begin = two.BeginTransaction();
    }

    [Fact]
    public void Memory_is_private_or_shared()
    {
        using var one = Open("Data Source=:memory:");
        using var two = Open("Data Source=:memory:");
        Scalar(one, "CREATE TABLE t (a)");
        Assert.Throws<TursoException>(() => Scalar(two, "SELECT * FROM t"));

        using var source = new TursoDataSource($"Data Source=shared{Guid.CreateVersion7():N};Mode=Memory;Cache=Shared");
        using (var first = source.OpenConnection()) Scalar(first, "CREATE TABLE t (a)");
        using var second = source.OpenConnection();
        Assert.Equal(0L, Scalar(second, "SELECT count(*) FROM t"));
    }

    [Fact]
    public void Modes_are_kept()
    {
        Assert.Equal(TursoErrorKind.Other, Assert.Throws<TursoException>(() => Open(target.ConnectionString + ";Mode=ReadWrite")).Kind);
        using (var made = Open(target.ConnectionString)) Scalar(made, "CREATE TABLE t (a)");
        using var reader = Open(target.ConnectionString + ";Mode=ReadOnly");

        Assert.Equal(TursoErrorKind.ReadOnly, Assert.Throws<TursoException>(() => Scalar(reader, "INSERT INTO t VALUES (1)")).Kind);
    }

    [Theory]
    [InlineData("/nowhere/at/all/x.db", "does not exist")]
    [InlineData("/tmp", "is a directory")]
    public void Places_that_cannot_be_are_told(string path, string says)
    {
        using var connection = new TursoConnection($"Data Source={path}");

        Assert.Contains(says, Assert.Throws<TursoException>(connection.Open).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_database_is_told()
    {
        File.WriteAllText(target.Path, new string('x', 5000));
        using var connection = new TursoConnection(target.ConnectionString);

        Assert.Equal(TursoErrorKind.NotADatabase, Assert.Throws<TursoException>(connection.Open).Kind);
        Assert.Equal(5000, new FileInfo(target.Path).Length);
    }

    [Fact]
    public void Waiting_for_another_writer_ends_with_the_busy_timeout()
    {
        using var one = Open(target.ConnectionString);
        using var two = Open(target.ConnectionString + ";Busy Timeout=200");
        using var holder = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={target.Path}");
        Scalar(one, "CREATE TABLE t (a)");
        var started = Stopwatch.StartNew();

        using (one.BeginTransaction())
        {
            Assert.Equal(TursoErrorKind.Busy, Assert.Throws<TursoException>(() => Scalar(two, "INSERT INTO t VALUES (1)")).Kind);
            Assert.Throws<TursoException>(() => two.BeginTransaction());
        }

        holder.Open();
        using (holder.BeginTransaction()) Assert.True(Assert.Throws<TursoException>(() => Scalar(two, "INSERT INTO t VALUES (1)")).IsTransient);
        Assert.InRange(started.ElapsedMilliseconds, 400, 8000);
        Scalar(two, "INSERT INTO t VALUES (1)");
    }

    [Fact]
    public void A_stale_deferred_transaction_fails_at_once()
    {
        using var one = Open(target.ConnectionString);
        using var two = Open(target.ConnectionString);
        Scalar(one, "CREATE TABLE t (a)");
        using var transaction = one.BeginTransaction(deferred: true);
        using var command = new TursoCommand("SELECT count(*) FROM t", one, transaction);
        command.ExecuteScalar();
        Scalar(two, "INSERT INTO t VALUES (1)");
        var started = Stopwatch.StartNew();
        command.CommandText = "INSERT INTO t VALUES (2)";

        Assert.Equal(TursoErrorKind.Busy, Assert.Throws<TursoException>(() => command.ExecuteNonQuery()).Kind);
        Assert.InRange(started.ElapsedMilliseconds, 0, 2000);
    }

    [Fact]
    public void Changed_tables_change_the_columns_of_prepared_statements()
    {
        using var connection = Open(target.ConnectionString);
        Scalar(connection, "CREATE TABLE t (a)");
        using var command = new TursoCommand("SELECT * FROM t", connection);
        using (var before = command.ExecuteReader()) Assert.Equal(1, before.FieldCount);

        Scalar(connection, "ALTER TABLE t ADD COLUMN b");

        using var after = command.ExecuteReader();
        Assert.Equal(["a", "b"], Enumerable.Range(0, after.FieldCount).Select(after.GetName));
    }

    [Fact]
    public void Texts_of_utf16_files_are_read()
    {
        using (var made = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={target.Path};Pooling=False"))
        {
            made.Open();
            using var command = made.CreateCommand();
            command.CommandText = "PRAGMA encoding = 'UTF-16le'; CREATE TABLE t (a TEXT); INSERT INTO t VALUES ('ñ 数量')";
            command.ExecuteNonQuery();
        }

        using var connection = Open(target.ConnectionString);
        Assert.Equal("ñ 数量", Scalar(connection, "SELECT a FROM t"));
    }

    [Fact]
    public void Adapter_fills_and_updates()
    {
        using var connection = Open(target.ConnectionString);
        Scalar(connection, "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT); INSERT INTO t VALUES (1, 'x'), (2, 'y')");
        using var adapter = new TursoDataAdapter("SELECT id, a FROM t", connection);
        using var builder = new TursoCommandBuilder(adapter);
        using var table = new System.Data.DataTable();
        adapter.Fill(table);

        table.Rows[0]["a"] = "changed";
        table.Rows[1].Delete();
        table.Rows.Add(3L, "new");
        adapter.Update(table);

        Assert.Equal("1changed3new", Scalar(connection, "SELECT group_concat(id || a, '') FROM t"));
    }

    [Fact]
    public void Factory_makes_everything()
    {
        var factory = TursoFactory.Instance;

        Assert.IsType<TursoConnection>(factory.CreateConnection());
        Assert.IsType<TursoCommand>(factory.CreateCommand());
        Assert.IsType<TursoParameter>(factory.CreateParameter());
        Assert.IsType<TursoBatch>(factory.CreateBatch());
        Assert.IsType<TursoBatchCommand>(factory.CreateBatchCommand());
        Assert.IsType<TursoConnectionStringBuilder>(factory.CreateConnectionStringBuilder());
        Assert.IsType<TursoCommandBuilder>(factory.CreateCommandBuilder());
        Assert.IsType<TursoDataAdapter>(factory.CreateDataAdapter());
        Assert.IsType<TursoDataSource>(factory.CreateDataSource(target.ConnectionString)).Dispose();
        Assert.True(factory.CanCreateBatch && factory.CanCreateCommandBuilder && factory.CanCreateDataAdapter && !factory.CanCreateDataSourceEnumerator);
        Assert.Null(factory.CreateDataSourceEnumerator());
    }

    private static TursoConnection Open(string text)
    {
        var connection = new TursoConnection(text);
        connection.Open();
        return connection;
    }

    private static object? Scalar(TursoConnection connection, string sql)
    {
        using var command = new TursoCommand(sql, connection);
        return command.ExecuteScalar();
    }
}
