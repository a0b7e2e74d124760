using NodaTime;

namespace Clinic.Storage.Remote.Tests;

public class TransactionTests(Servers servers)
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Begin_and_commit_ride_along()
    {
        using var client = await ClientAsync();
        var table = await client.TableAsync();
        var before = client.RoundTrips;

        await using (var transaction = client.Begin(HranaTransactionMode.Immediate))
        {
            await transaction.ExecuteAsync(Insert(table, 1), Ct);
            await transaction.CommitAsync(Ct, Insert(table, 2));
        }

        Assert.Equal(2, client.RoundTrips - before);
        Assert.Equal(2, await client.CountAsync(table));
    }

    [Fact]
    public async Task A_whole_transaction_is_one_round_trip()
    {
        using var client = await ClientAsync();
        var table = await client.TableAsync();
        var before = client.RoundTrips;

        var result = await client.AtomicAsync([Insert(table, 1), Insert(table, 2)], Ct);

        Assert.True(result.IsCommitted);
        Assert.Equal(1, client.RoundTrips - before);
        Assert.Equal(2, await client.CountAsync(table));
    }

    [Fact]
    public async Task A_step_that_fails_undoes_all_and_says_which_it_was()
    {
        using var client = await ClientAsync();
        var table = await client.TableAsync();

        var result = await client.AtomicAsync([Insert(table, 1), Insert(table, 1), Insert(table, 2)], Ct);

        Assert.Equal((1, TursoErrorKind.Unique), (result.FailedStatement, result.Error!.Kind));
        Assert.Equal(0, await client.CountAsync(table));
    }

    [Fact]
    public async Task A_failed_statement_leaves_the_transaction_open_and_stops_those_after_it()
    {
        using var client = await ClientAsync();
        var table = await client.TableAsync();
        await using var transaction = client.Begin(HranaTransactionMode.Immediate);
        await transaction.ExecuteAsync(Insert(table, 1), Ct);

        await Clients.FailsAsync(TursoErrorKind.Unique, () => transaction.ExecuteAsync([Insert(table, 2), Insert(table, 1), Insert(table, 3)], Ct));
        await transaction.CommitAsync(Ct);

        Assert.Equal(HranaTransactionState.Committed, transaction.State);
        Assert.Equal(2, await client.CountAsync(table));
    }

    [Fact]
    public async Task A_commit_whose_last_statement_fails_keeps_nothing()
    {
        using var client = await ClientAsync();
        var table = await client.TableAsync();
        await using var transaction = client.Begin(HranaTransactionMode.Immediate);
        await transaction.ExecuteAsync(Insert(table, 1), Ct);

        await Clients.FailsAsync(TursoErrorKind.Unique, () => transaction.CommitAsync(Ct, Insert(table, 1)));

        Assert.Equal(HranaTransactionState.RolledBack, transaction.State);
        Assert.Equal(0, await client.CountAsync(table));
    }

    [Fact]
    public async Task Rolling_back_or_letting_go_keeps_nothing()
    {
        using var client = await ClientAsync();
        var table = await client.TableAsync();
        await using (var transaction = client.Begin(HranaTransactionMode.Immediate))
        {
            await transaction.ExecuteAsync(Insert(table, 1), Ct);
            await transaction.RollbackAsync();
            await Assert.ThrowsAsync<InvalidOperationException>(() => transaction.ExecuteAsync(Insert(table, 2), Ct));
        }

        await using (var transaction = client.Begin(HranaTransactionMode.Immediate)) await transaction.ExecuteAsync(Insert(table, 3), Ct);

        Assert.Equal(0, await client.CountAsync(table));
    }

    [Fact]
    public async Task Savepoints_take_back_what_came_after_them()
    {
        using var client = await ClientAsync();
        var table = await client.TableAsync();
        await using var transaction = client.Begin(HranaTransactionMode.Immediate);
        await transaction.ExecuteAsync(Insert(table, 1), Ct);
        await transaction.SaveAsync("a \"point\"", Ct);
        await transaction.ExecuteAsync(Insert(table, 2), Ct);

        await transaction.RollbackToAsync("a \"point\"", Ct);
        await transaction.ReleaseAsync("a \"point\"", Ct);
        await transaction.CommitAsync(Ct, Insert(table, 3));

        Assert.Equal([1, 3], (await client.ReadAsync($"SELECT id FROM {table} ORDER BY id")).Rows.Select(r => r[0].Number));
    }

    [Fact]
    public async Task Of_a_transaction_that_the_server_took_away_nothing_ever_remains()
    {
        using var client = await ClientAsync(Duration.FromSeconds(20));
        var table = await client.TableAsync();
        await using var slow = client.Begin(HranaTransactionMode.Immediate);
        await slow.ExecuteAsync(Insert(table, 1), Ct);
        // Idle streams expire after 10 s, so it is kept busy while the other one waits.
        var waiter = client.AtomicAsync([Insert(table, 10)], Ct);
        for (var i = 0; !waiter.IsCompleted && i < 30; i++) await Task.Delay(300, Ct);
        Assert.True((await waiter).IsCommitted);

        await Clients.FailsAsync(TursoErrorKind.LostTransaction, () => slow.ExecuteAsync([Insert(table, 2), Insert(table, 3)], Ct));
        await Clients.FailsAsync(TursoErrorKind.LostTransaction, () => slow.ExecuteAsync(Insert(table, 4), Ct));
        await Clients.FailsAsync(TursoErrorKind.LostTransaction, () => slow.CommitAsync(Ct, Insert(table, 5)));

        Assert.Equal(HranaTransactionState.Lost, slow.State);
        Assert.Equal([10], (await client.ReadAsync($"SELECT id FROM {table}")).Rows.Select(r => r[0].Number));
    }

    [Fact]
    public async Task A_conversation_that_expired_loses_its_transaction_and_a_plain_one_goes_on()
    {
        using var client = await ClientAsync();
        var table = await client.TableAsync();
        await using var transaction = client.Begin(HranaTransactionMode.Deferred);
        await transaction.ExecuteAsync(new HranaStatement("SELECT 1"), Ct);
        await using var plain = client.OpenStream();
        await plain.ExecuteAsync(new HranaStatement("SELECT 1"), HranaEffect.Read, Ct);
        await Task.Delay(TimeSpan.FromSeconds(11.2), Ct);

        var again = await plain.ExecuteAsync(new HranaStatement("SELECT 2"), HranaEffect.Read, Ct);
        await Clients.FailsAsync(TursoErrorKind.LostTransaction, () => transaction.CommitAsync(Ct, Insert(table, 1)));

        Assert.Equal(2, again.Rows[0][0].Number);
        Assert.Equal(0, await client.CountAsync(table));
    }

    [Fact]
    public async Task A_reader_whose_view_is_old_is_told_that_it_is_busy()
    {
        using var client = await ClientAsync();
        var table = await client.TableAsync();
        await using var reader = client.Begin(HranaTransactionMode.Deferred);
        await reader.ExecuteAsync(new HranaStatement($"SELECT * FROM {table}"), Ct);
        await client.WriteAsync($"INSERT INTO {table} (id) VALUES (1)");

        var e = await Clients.FailsAsync(TursoErrorKind.Busy, () => reader.ExecuteAsync(Insert(table, 2), Ct));

        Assert.True(e.IsTransient);
        await reader.RollbackAsync();
    }

    private static HranaStatement Insert(string table, long id) => new($"INSERT INTO {table} (id) VALUES (?1)", id);

    private async Task<HranaClient> ClientAsync(Duration? patience = null)
    {
        // Each its own: a write lock held in one test would stop the others.
        var server = await servers.SpacesAsync();
        var name = $"n{Guid.NewGuid():N}";
        await server.CreateNamespaceAsync(name);
        return Clients.Of(server.Url, change: s => s with { Namespace = name, Patience = patience ?? s.Patience });
    }
}
