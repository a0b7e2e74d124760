using Clinic.Servers;
using NodaTime;

namespace Clinic.Storage.Remote.Tests;

public class RestartTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_goes_on_by_itself_after_the_server_was_killed()
    {
        await using var server = await Servers.OwnAsync();
        using var client = Clients.Of(server.Url, change: s => s with { Patience = Duration.FromSeconds(15) });
        var table = await client.TableAsync();
        await client.WriteAsync($"INSERT INTO {table} (id) VALUES (1)");

        await server.KillAsync();
        var waiting = client.WriteAsync($"INSERT INTO {table} (id) VALUES (2)");
        await Task.Delay(200, Ct);
        await server.RestartAsync();
        await waiting;

        Assert.Equal(2, await client.CountAsync(table));
    }

    [Fact]
    public async Task A_transaction_that_was_open_when_the_server_was_killed_is_lost()
    {
        await using var server = await Servers.OwnAsync();
        using var client = Clients.Of(server.Url);
        var table = await client.TableAsync();
        await using var transaction = client.Begin(HranaTransactionMode.Immediate);
        await transaction.ExecuteAsync(new HranaStatement($"INSERT INTO {table} (id) VALUES (1)"), Ct);

        await server.RestartAsync();

        await Clients.FailsAsync(TursoErrorKind.LostTransaction, () => transaction.ExecuteAsync(new HranaStatement($"INSERT INTO {table} (id) VALUES (2)"), Ct));
        Assert.Equal(0, await client.CountAsync(table));
    }

    [Fact]
    public async Task Replicas_show_what_the_primary_wrote()
    {
        await using var primary = await Servers.OwnAsync(new SqldOptions { Primary = true });
        await using var replica = await Servers.OwnAsync(new SqldOptions { ReplicaOf = primary });
        using var writer = Clients.Of(primary.Url);
        using var reader = Clients.Of(replica.Url);
        await writer.WriteAsync("CREATE TABLE t (id INTEGER PRIMARY KEY)");
        await writer.WriteAsync("INSERT INTO t VALUES (1)");

        for (var left = 100; left > 0 && !await SeesAsync(reader); left--) await Task.Delay(50, Ct);
        // A replica hands writes on.
        await reader.WriteAsync("INSERT INTO t VALUES (2)");

        Assert.Equal(2, await writer.CountAsync("t"));
    }

    private static async Task<bool> SeesAsync(HranaClient reader)
    {
        try
        {
            return await reader.CountAsync("t") == 1;
        }
        catch (TursoException)
        {
            return false;
        }
    }
}
