using System.Diagnostics;

namespace Clinic.Storage.Remote.Tests.Provider;

/// <summary>What the surface says, and does, when an answer does not come or the server has ended a transaction.</summary>
public sealed class LostAnswerTests(Servers servers)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_write_that_nobody_waited_for_has_an_unknown_outcome()
    {
        await using var slow = await SlowAsync("INSERT");
        await using var source = new TursoDataSource($"Data Source={slow.Url}");
        await using var connection = await source.OpenConnectionAsync(Stop);
        var t = await TableAsync(connection);
        await using var insert = new TursoCommand($"INSERT INTO {t} VALUES (1)", connection) { CommandTimeout = 1 };

        var late = await Assert.ThrowsAsync<TursoException>(() => insert.ExecuteNonQueryAsync(Stop));
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => insert.ExecuteNonQueryAsync(soon.Token));

        Assert.Equal(TursoErrorKind.UnknownOutcome, late.Kind);
        Assert.False(late.IsTransient);
        Assert.Equal(soon.Token, cancelled.CancellationToken);
        Assert.Equal(TursoErrorKind.UnknownOutcome, Assert.IsType<TursoException>(cancelled.InnerException).Kind);
    }

    [Fact]
    public async Task A_commit_that_nobody_waited_for_stays_unknown_and_is_never_called_lost()
    {
        await using var slow = await SlowAsync("COMMIT");
        await using var source = new TursoDataSource($"Data Source={slow.Url};Command Timeout=1");
        await using var connection = await source.OpenConnectionAsync(Stop);
        var t = await TableAsync(connection);
        await using var transaction = await connection.BeginTransactionAsync(Stop);
        await RunAsync(connection, $"INSERT INTO {t} VALUES (1)");

        var first = await Assert.ThrowsAsync<TursoException>(() => transaction.CommitAsync(Stop));
        var second = await Assert.ThrowsAsync<TursoException>(() => transaction.CommitAsync(Stop));
        var rollback = await Assert.ThrowsAsync<TursoException>(() => transaction.RollbackAsync(Stop));

        Assert.Equal(TursoErrorKind.UnknownOutcome, first.Kind);
        Assert.Equal(TursoErrorKind.UnknownOutcome, second.Kind);
        Assert.Equal(TursoErrorKind.UnknownOutcome, rollback.Kind);
        Assert.False(second.IsTransient);
    }

    [Fact]
    public async Task A_transaction_by_text_that_the_server_took_away_writes_nothing_more_until_it_is_ended()
    {
        await using var server = await Servers.OwnAsync();
        await using var source = new TursoDataSource($"Data Source={server.Url};Busy Timeout=20000");
        await using var one = await source.OpenConnectionAsync(Stop);
        await using var two = await source.OpenConnectionAsync(Stop);
        var t = await TableAsync(one);
        await RunAsync(one, $"BEGIN IMMEDIATE; INSERT INTO {t} VALUES (1)");
        await RunAsync(two, $"INSERT INTO {t} VALUES (100)");

        foreach (var sql in (string[])[$"INSERT INTO {t} VALUES (2)", $"INSERT INTO {t} VALUES (3)", $"SELECT * FROM {t}", "BEGIN"])
            Assert.Equal(TursoErrorKind.LostTransaction, (await Assert.ThrowsAsync<TursoException>(() => RunAsync(one, sql))).Kind);
        await RunAsync(one, "ROLLBACK");
        await RunAsync(one, $"INSERT INTO {t} VALUES (1000)");

        await using var sum = new TursoCommand($"SELECT sum(a) FROM {t}", two);
        Assert.Equal(1100L, await sum.ExecuteScalarAsync(Stop));
    }

    [Fact]
    public async Task A_savepoint_outside_of_a_transaction_is_refused_before_anything_runs()
    {
        var server = await servers.SingleAsync();
        await using var source = new TursoDataSource($"Data Source={server.Url};Max Pool Size=1");
        string t;
        await using (var connection = await source.OpenConnectionAsync(Stop))
        {
            t = await TableAsync(connection);
            var error = await Assert.ThrowsAsync<TursoException>(() => RunAsync(connection, $"SAVEPOINT a; INSERT INTO {t} VALUES (1)"));
            Assert.Equal(TursoErrorKind.Statement, error.Kind);
            await RunAsync(connection, $"BEGIN; SAVEPOINT a; INSERT INTO {t} VALUES (10); ROLLBACK TO a; RELEASE a; INSERT INTO {t} VALUES (100); COMMIT");
        }

        await using var next = await source.OpenConnectionAsync(Stop);
        await RunAsync(next, $"INSERT INTO {t} VALUES (1000)");
        await using var other = new TursoConnection($"Data Source={server.Url}");
        await other.OpenAsync(Stop);
        await using var sum = new TursoCommand($"SELECT sum(a) FROM {t}", other);
        Assert.Equal(1100L, await sum.ExecuteScalarAsync(Stop));
    }

    [Fact]
    public async Task The_statement_of_a_batch_that_failed_in_a_transaction_is_named()
    {
        var server = await servers.SingleAsync();
        await using var source = new TursoDataSource($"Data Source={server.Url}");
        await using var connection = await source.OpenConnectionAsync(Stop);
        var t = await TableAsync(connection, "a UNIQUE");
        await using var transaction = await connection.BeginTransactionAsync(Stop);
        await using var batch = connection.CreateBatch();
        batch.Transaction = transaction;
        foreach (var value in (int[])[1, 2, 1, 3]) batch.BatchCommands.Add(new TursoBatchCommand { CommandText = $"INSERT INTO {t} VALUES ({value})" });

        var error = await Assert.ThrowsAsync<TursoException>(() => batch.ExecuteNonQueryAsync(Stop));

        Assert.Equal(TursoErrorKind.Unique, error.Kind);
        Assert.Same(batch.BatchCommands[2], error.BatchCommand);
    }

    [Fact]
    public async Task Connections_that_are_not_pooled_leave_no_conversation_behind()
    {
        await using var server = await Servers.OwnAsync();
        for (var i = 0; i < 140; i++)
        {
            await using var connection = new TursoConnection($"Data Source={server.Url};Pooling=False;Busy Timeout=0");
            await connection.OpenAsync(Stop);
            await RunAsync(connection, "SELECT 1");
        }
    }

    [Fact]
    public async Task Rows_that_do_not_come_are_not_waited_for()
    {
        await using var server = await Servers.OwnAsync();
        await using var source = new TursoDataSource($"Data Source={server.Url}");
        await using var connection = await source.OpenConnectionAsync(Stop);
        const string slow = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000000) SELECT i FROM n WHERE i = 1 OR i > 1900000000";
        await using var command = new TursoCommand(slow, connection) { CommandTimeout = 2 };
        var started = Stopwatch.StartNew();

        var error = await Assert.ThrowsAsync<TursoException>(() => ReadAsync(command, Stop));
        command.CommandTimeout = 30;
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReadAsync(command, soon.Token));
        var reading = ReadAsync(command, Stop);
        await Task.Delay(500, Stop);
        command.Cancel();

        Assert.Contains("Cancel", (await Assert.ThrowsAsync<TursoException>(() => reading)).Message, StringComparison.Ordinal);
        Assert.Equal(TursoErrorKind.Timeout, error.Kind);
        Assert.InRange(started.Elapsed.TotalSeconds, 0, 15);
    }

    private static async Task ReadAsync(TursoCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(System.Data.CommandBehavior.SequentialAccess, cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
        }
    }

    private async Task<FaultyServer> SlowAsync(string word)
    {
        var server = await servers.SingleAsync();
        return new FaultyServer(server.Url) { Judge = r => Slow(r.Body.Contains(word, StringComparison.Ordinal)) };
    }

    private static Fault Slow(bool late)
    {
        if (late) Thread.Sleep(2000);
        return Fault.None;
    }

    private static async Task<string> TableAsync(TursoConnection connection, string columns = "a")
    {
        var t = $"lost_{Guid.CreateVersion7():N}";
        await RunAsync(connection, $"CREATE TABLE {t} ({columns})");
        return t;
    }

    private static async Task RunAsync(TursoConnection connection, string sql)
    {
        await using var command = new TursoCommand(sql, connection, connection.Transaction);
        await command.ExecuteNonQueryAsync(Stop);
    }
}
