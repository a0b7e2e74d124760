using System.Data;

namespace Clinic.Storage.Turso.Tests.Provider;

public abstract class TransactionCases : ProviderCases
{
    [Fact]
    public void Commit_keeps_and_rollback_does_not()
    {
        using var connection = Open();
        var t = Name("t");
        Run(connection, $"CREATE TABLE {t} (a)");

        using (var transaction = connection.BeginTransaction(IsolationLevel.Serializable))
        {
            Assert.Same(connection, transaction.Connection);
            Assert.Equal(IsolationLevel.Serializable, transaction.IsolationLevel);
            Run(connection, $"INSERT INTO {t} VALUES (1)");
            transaction.Commit();
            Assert.Null(transaction.Connection);
            Assert.Throws<InvalidOperationException>(transaction.Commit);
            Assert.Throws<InvalidOperationException>(transaction.Rollback);
        }

        using (var transaction = connection.BeginTransaction())
        {
            Run(connection, $"INSERT INTO {t} VALUES (2)");
            transaction.Rollback();
            Assert.Null(transaction.Connection);
            Assert.Throws<InvalidOperationException>(transaction.Rollback);
            Assert.Throws<InvalidOperationException>(transaction.Commit);
        }

        using (connection.BeginTransaction()) Run(connection, $"INSERT INTO {t} VALUES (3)");

        Assert.Equal(1L, Scalar(connection, $"SELECT sum(a) FROM {t}"));
    }

    [Fact]
    public void After_dispose_it_is_gone()
    {
        using var connection = Open();
        var transaction = connection.BeginTransaction();
        transaction.Dispose();

        Assert.Throws<ObjectDisposedException>(transaction.Commit);
        Assert.Throws<ObjectDisposedException>(transaction.Rollback);
        Assert.Throws<ObjectDisposedException>(() => transaction.Save("a"));
        transaction.Dispose();
    }

    [Fact]
    public void Only_one_at_a_time_and_only_its_own_commands()
    {
        using var connection = Open();
        using var other = Open();
        using var transaction = connection.BeginTransaction(deferred: true);
        using var command = new TursoCommand("SELECT 1", connection);
        using var foreign = other.BeginTransaction(deferred: true);

        Assert.Contains("savepoints", Assert.Throws<InvalidOperationException>(() => connection.BeginTransaction()).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => command.ExecuteScalar());
        command.Transaction = foreign;
        Assert.Throws<InvalidOperationException>(() => command.ExecuteScalar());
        command.Transaction = transaction;
        Assert.Equal(1L, command.ExecuteScalar());
        transaction.Commit();
        Assert.Throws<InvalidOperationException>(() => command.ExecuteScalar());
    }

    [Theory]
    [InlineData(IsolationLevel.Chaos)]
    [InlineData(IsolationLevel.Snapshot)]
    public void Levels_that_do_not_exist_are_refused(IsolationLevel level)
    {
        using var connection = Open();

        Assert.Throws<ArgumentException>(() => connection.BeginTransaction(level));
    }

    [Fact]
    public async Task Savepoints_nest()
    {
        await using var connection = Open();
        var t = Name("t");
        Run(connection, $"CREATE TABLE {t} (a)");
        await using var transaction = await connection.BeginTransactionAsync(Stop);

        Assert.True(transaction.SupportsSavepoints);
        Run(connection, $"INSERT INTO {t} VALUES (1)");
        await transaction.SaveAsync("with \"quotes\" and ñ", Stop);
        Run(connection, $"INSERT INTO {t} VALUES (10)");
        transaction.Save("inner");
        Run(connection, $"INSERT INTO {t} VALUES (100)");
        transaction.Release("inner");
        await transaction.RollbackAsync("with \"quotes\" and ñ", Stop);
        Assert.Throws<TursoException>(() => transaction.Rollback("inner"));
        Run(connection, $"INSERT INTO {t} VALUES (1000)");
        await transaction.CommitAsync(Stop);

        Assert.Equal(1001L, Scalar(connection, $"SELECT sum(a) FROM {t}"));
    }

    [Fact]
    public void A_failed_statement_leaves_it_open()
    {
        using var connection = Open();
        var t = Name("t");
        Run(connection, $"CREATE TABLE {t} (a UNIQUE)");
        using var transaction = connection.BeginTransaction();
        Run(connection, $"INSERT INTO {t} VALUES (1)");

        Assert.Throws<TursoException>(() => Run(connection, $"INSERT INTO {t} VALUES (1)"));
        Run(connection, $"INSERT INTO {t} VALUES (2)");
        transaction.Commit();

        Assert.Equal(2L, Scalar(connection, $"SELECT count(*) FROM {t}"));
    }

    [Fact]
    public void Once_lost_nothing_more_is_written()
    {
        using var connection = Open();
        var t = Name("t");
        Run(connection, $"CREATE TABLE {t} (a UNIQUE)");
        var transaction = connection.BeginTransaction();
        using var command = new TursoCommand($"INSERT INTO {t} VALUES (1)", connection, transaction);
        command.ExecuteNonQuery();

        command.CommandText = $"INSERT OR ROLLBACK INTO {t} VALUES (1)";
        Assert.Throws<TursoException>(() => command.ExecuteNonQuery());
        command.CommandText = $"INSERT INTO {t} VALUES (7)";
        Assert.Equal(TursoErrorKind.LostTransaction, Assert.Throws<TursoException>(() => command.ExecuteNonQuery()).Kind);
        Assert.Equal(TursoErrorKind.LostTransaction, Assert.Throws<TursoException>(transaction.Commit).Kind);
        transaction.Dispose();

        Assert.Equal(0L, Scalar(connection, $"SELECT count(*) FROM {t}"));
    }

    [Fact]
    public void Writers_of_one_process_take_turns()
    {
        using var setup = Open();
        var t = Name("t");
        Run(setup, $"CREATE TABLE {t} (n INTEGER)");
        Run(setup, $"INSERT INTO {t} VALUES (0)");

        Parallel.For(0, 4, _ =>
        {
            using var connection = Open();
            for (var i = 0; i < 10; i++)
            {
                using var transaction = connection.BeginTransaction();
                var n = (long)Scalar(connection, $"SELECT n FROM {t}")!;
                Run(connection, $"UPDATE {t} SET n = @n", ("@n", n + 1));
                transaction.Commit();
            }
        });

        Assert.Equal(40L, Scalar(setup, $"SELECT n FROM {t}"));
    }

    [Fact]
    public void Transactions_by_text_work_too()
    {
        using var connection = Open();
        var t = Name("t");
        Run(connection, $"CREATE TABLE {t} (a); BEGIN; INSERT INTO {t} VALUES (1); COMMIT");
        Run(connection, "BEGIN IMMEDIATE");
        Assert.Throws<InvalidOperationException>(() => connection.BeginTransaction());
        Run(connection, $"INSERT INTO {t} VALUES (2)");
        Run(connection, "ROLLBACK");

        Assert.Equal(1L, Scalar(connection, $"SELECT sum(a) FROM {t}"));
    }
}
