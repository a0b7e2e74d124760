using System.Data;
using System.Data.Common;

namespace Clinic.Storage.Turso.Tests.Provider;

public abstract class CommandCases : ProviderCases
{
    [Fact]
    public void New_command_is_empty()
    {
        using var command = new TursoCommand();

        command.Cancel();
        Assert.Equal("", command.CommandText);
        Assert.Equal(CommandType.Text, command.CommandType);
        Assert.Same(command.Parameters, command.Parameters);
        Assert.NotNull(((DbCommand)command).CreateParameter());
        command.CommandText = null;
        Assert.Equal("", command.CommandText);
    }

    [Fact]
    public async Task Execute_WhenNotReady_SaysWhat()
    {
        using var lone = new TursoCommand("SELECT 1");
        using var closed = new TursoConnection(ConnectionString);
        using var onClosed = new TursoCommand("SELECT 1", closed);
        using var open = Open();
        using var empty = new TursoCommand(null, open);

        foreach (var command in new DbCommand[] { lone, onClosed, empty })
        {
            Assert.Throws<InvalidOperationException>(() => command.ExecuteReader());
            Assert.Throws<InvalidOperationException>(() => command.ExecuteScalar());
            Assert.Throws<InvalidOperationException>(() => command.ExecuteNonQuery());
            Assert.Throws<InvalidOperationException>(command.Prepare);
            await Assert.ThrowsAsync<InvalidOperationException>(() => command.ExecuteReaderAsync(Stop));
            await Assert.ThrowsAsync<InvalidOperationException>(() => command.ExecuteScalarAsync(Stop));
            await Assert.ThrowsAsync<InvalidOperationException>(() => command.ExecuteNonQueryAsync(Stop));
        }
    }

    [Fact]
    public async Task Execute_WhenCancelledBefore_IsCancelled()
    {
        using var connection = Open();
        using var command = Command(connection, "SELECT 1");

        foreach (var task in new Task[] { command.ExecuteReaderAsync(Cancelled), command.ExecuteScalarAsync(Cancelled), command.ExecuteNonQueryAsync(Cancelled) })
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task);
            Assert.True(task.IsCanceled);
        }
    }

    [Fact]
    public void Text_and_connection_stay_while_a_reader_is_open()
    {
        using var connection = Open();
        using var command = Command(connection, "SELECT 1");
        using (var reader = command.ExecuteReader())
        {
            Assert.Throws<InvalidOperationException>(() => command.CommandText = "SELECT 2");
            Assert.Throws<InvalidOperationException>(() => command.Connection = null);
            Assert.Throws<InvalidOperationException>(() => command.ExecuteReader());
        }

        command.CommandText = "SELECT 2";
        Assert.Equal(2L, command.ExecuteScalar());
        command.Connection = null;
        Assert.Null(command.Connection);
    }

    [Fact]
    public async Task Wrong_sql_is_an_error_of_the_provider()
    {
        using var connection = Open();
        using var command = Command(connection, "INVALID;");

        Assert.Equal(TursoErrorKind.Statement, Assert.ThrowsAny<TursoException>(() => command.ExecuteReader()).Kind);
        await Assert.ThrowsAnyAsync<DbException>(() => command.ExecuteScalarAsync(Stop));
        await Assert.ThrowsAnyAsync<DbException>(() => command.ExecuteNonQueryAsync(Stop));
        command.CommandText = "SELECT 1";
        Assert.Equal(1L, command.ExecuteScalar());
    }

    [Theory]
    [InlineData("SELECT 1;", 1L)]
    [InlineData("SELECT 3.14;", 3.14)]
    [InlineData("SELECT 'test'", "test")]
    [InlineData("SELECT 42; SELECT 43;", 42L)]
    [InlineData("SELECT 42, 43;", 42L)]
    [InlineData("SELECT 42 UNION SELECT 43;", 42L)]
    [InlineData("SELECT 1 WHERE 0", null)]
    [InlineData("-- nothing", null)]
    public void ExecuteScalar_gives_the_first_value(string sql, object? expected)
    {
        using var connection = Open();

        Assert.Equal(expected, Scalar(connection, sql));
    }

    [Fact]
    public void ExecuteScalar_WhenNull_IsDBNull()
    {
        using var connection = Open();

        Assert.Equal(DBNull.Value, Scalar(connection, "SELECT NULL"));
    }

    [Fact]
    public void Rows_changed_are_counted_over_all_statements()
    {
        using var connection = Open();
        var t = Name("t");

        Assert.Equal(0, Run(connection, $"CREATE TABLE {t} (a)"));
        Assert.Equal(3, Run(connection, $"INSERT INTO {t} VALUES (1), (2), (3)"));
        Assert.Equal(5, Run(connection, $"UPDATE {t} SET a = a + 1; DELETE FROM {t} WHERE a > 2"));
        Assert.Equal(-1, Run(connection, $"SELECT * FROM {t}"));
        Assert.Equal(1, Run(connection, $"WITH x AS (SELECT 9 AS a) INSERT INTO {t} SELECT a FROM x"));
        Assert.Equal(1, Run(connection, $"INSERT INTO {t} VALUES (8) RETURNING a"));
        Assert.Equal(0, Run(connection, $"DROP TABLE {t}"));
    }

    [Fact]
    public void A_later_statement_that_fails_is_not_passed_over()
    {
        using var connection = Open();
        var t = Name("t");
        Run(connection, $"CREATE TABLE {t} (a UNIQUE)");
        using var command = Command(connection, $"SELECT 1; INSERT INTO {t} VALUES (1); INSERT INTO {t} VALUES (1); INSERT INTO {t} VALUES (2)");

        Assert.Equal(TursoErrorKind.Unique, Assert.Throws<TursoException>(() => command.ExecuteScalar()).Kind);
        Assert.Equal(1L, Scalar(connection, $"SELECT count(*) FROM {t}"));
        var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        Assert.Throws<TursoException>(reader.Close);
        Assert.True(reader.IsClosed);
    }

    [Fact]
    public void Statements_not_reached_run_when_the_reader_is_closed()
    {
        using var connection = Open();
        var t = Name("t");
        Run(connection, $"CREATE TABLE {t} (a)");

        using (var reader = Command(connection, $"SELECT 1; INSERT INTO {t} VALUES (7)").ExecuteReader(CommandBehavior.SingleRow)) Assert.True(reader.Read());

        Assert.Equal(7L, Scalar(connection, $"SELECT a FROM {t}"));
    }

    [Fact]
    public void Each_kind_of_broken_rule_is_told()
    {
        using var connection = Open();
        var (t, c) = (Name("t"), Name("c"));
        Run(connection, $"""
            CREATE TABLE {t} (id INTEGER PRIMARY KEY, a TEXT UNIQUE, b INTEGER NOT NULL DEFAULT 0, c INTEGER CHECK (c < 9));
            CREATE TABLE {c} (t INTEGER REFERENCES {t} (id));
            CREATE TRIGGER {c}_x BEFORE UPDATE ON {c} BEGIN SELECT RAISE(ABORT, 'never changed'); END;
            INSERT INTO {t} VALUES (1, 'x', 0, 0);
            INSERT INTO {c} VALUES (1);
            """);

        Assert.Equal(TursoErrorKind.Unique, Fails($"INSERT INTO {t} (a) VALUES ('x')"));
        Assert.Equal(TursoErrorKind.Unique, Fails($"INSERT INTO {t} (id) VALUES (1)"));
        Assert.Equal(TursoErrorKind.NotNull, Fails($"INSERT INTO {t} (b) VALUES (NULL)"));
        Assert.Equal(TursoErrorKind.Check, Fails($"INSERT INTO {t} (c) VALUES (10)"));
        Assert.Equal(TursoErrorKind.ForeignKey, Fails($"INSERT INTO {c} VALUES (99)"));
        Assert.Equal(TursoErrorKind.Trigger, Fails($"UPDATE {c} SET t = NULL"));
        Assert.Equal(TursoErrorKind.Statement, Fails("SELECT * FROM nowhere_at_all", TursoErrorKind.Other));

        TursoErrorKind Fails(string sql, TursoErrorKind also = TursoErrorKind.Statement)
        {
            var kind = Assert.Throws<TursoException>(() => Run(connection, sql)).Kind;
            return kind == also ? TursoErrorKind.Statement : kind;
        }
    }
}
