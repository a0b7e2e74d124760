namespace Clinic.Storage.Remote.Tests;

public class CursorTests(Servers servers)
{
    private const string Many = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1) SELECT i, 'row ' || i, zeroblob(40) FROM n";

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Four_hundred_thousand_rows_arrive_without_being_kept()
    {
        using var client = Clients.Of((await servers.SingleAsync()).Url);
        await using var cursor = await client.OpenCursorAsync(new HranaStatement(Many, 400_000), Ct);
        long rows = 0, sum = 0, most = 0;
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await foreach (var row in cursor.RowsAsync(Ct))
        {
            sum += row[0].Number;
            if (++rows % 100_000 == 0) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        Assert.Equal((400_000, 400_000L * 400_001 / 2), (rows, sum));
        Assert.True(most < 8_000_000, $"{most} bytes more");
    }

    [Fact]
    public async Task A_cursor_closes_its_conversation()
    {
        var server = await Servers.OwnAsync(new() { Extra = ["--max-concurrent-connections", "8"] });
        await using var own = server;
        using var client = Clients.Of(server.Url);

        for (var i = 0; i < 20; i++)
        {
            await using var cursor = await client.OpenCursorAsync(new HranaStatement(Many, 10), Ct);
            while (await cursor.ReadAsync(Ct))
            {
            }
        }

        await client.ReadAsync("SELECT 1");
    }

    [Fact]
    public async Task A_cursor_inside_a_transaction_sees_what_it_wrote_and_leaves_it_open()
    {
        using var client = Clients.Of((await servers.SingleAsync()).Url);
        var table = await client.TableAsync();
        await using var transaction = client.Begin(HranaTransactionMode.Immediate);
        await transaction.ExecuteAsync(new HranaStatement($"INSERT INTO {table} (id, v) VALUES (1, 'x'), (2, 'y')"), Ct);

        var seen = new List<string>();
        await using (var cursor = await transaction.OpenCursorAsync(new HranaStatement($"SELECT v FROM {table} ORDER BY id"), Ct))
        {
            await foreach (var row in cursor.RowsAsync(Ct)) seen.Add(row[0].Text);
        }

        await transaction.CommitAsync(Ct);
        Assert.Equal(["x", "y"], seen);
        Assert.Equal(2, await client.CountAsync(table));
    }

    [Fact]
    public async Task A_statement_that_fails_fails_the_cursor()
    {
        using var client = Clients.Of((await servers.SingleAsync()).Url);

        await Assert.ThrowsAsync<TursoException>(() => client.OpenCursorAsync(new HranaStatement("SELECT nope"), Ct));
        var e = await Assert.ThrowsAsync<TursoException>(async () =>
        {
            await using var cursor = await client.OpenCursorAsync(new HranaStatement("SELECT json(x) FROM (SELECT '1' AS x UNION ALL SELECT 'x')"), Ct);
            while (await cursor.ReadAsync(Ct))
            {
            }
        });

        Assert.Contains("malformed JSON", e.Message, StringComparison.Ordinal);
    }
}
