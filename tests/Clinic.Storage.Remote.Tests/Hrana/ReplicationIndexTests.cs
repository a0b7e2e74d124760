using System.Diagnostics;
using Clinic.Servers;
using NodaTime;

namespace Clinic.Storage.Remote.Tests;

/// <summary>Reads ask for what was written before, and never wait for what will not come.</summary>
public class ReplicationIndexTests
{
    [Fact]
    public async Task Reads_carry_what_the_last_answer_said_and_writes_do_not()
    {
        await using var server = new ScriptedServer(r => ScriptedServer.Http(200, r.Number == 0 ? Met(3) : Executed(r.Number == 1 ? 40 : 41)));
        using var client = Clients.Of(server.Url);

        await client.WriteAsync("INSERT INTO t VALUES (1)");
        await client.ReadAsync("SELECT 1");
        await client.WriteAsync("INSERT INTO t VALUES (2)");

        Assert.DoesNotContain("replication_index", server.Requests[1].Body, StringComparison.Ordinal);
        Assert.Contains("\"replication_index\":\"40\"", server.Requests[2].Body, StringComparison.Ordinal);
        Assert.DoesNotContain("replication_index", server.Requests[3].Body, StringComparison.Ordinal);
        Assert.Equal(41, client.Progress.Seen);
    }

    [Fact]
    public async Task A_log_that_began_anew_is_taken_as_it_is()
    {
        await using var server = new ScriptedServer(r => ScriptedServer.Http(200, r.Number == 0 ? Met(900) : Executed(5)));
        using var client = Clients.Of(server.Url);
        await client.ReadAsync("SELECT 1");

        await client.ReadAsync("SELECT 1");

        Assert.Contains("\"replication_index\":\"900\"", server.Requests[1].Body, StringComparison.Ordinal);
        Assert.Contains("\"replication_index\":\"5\"", server.Requests[2].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replica_that_does_not_catch_up_is_asked_without_waiting()
    {
        await using var server = new ScriptedServer(r =>
        {
            if (r.Body.Contains("replication_index", StringComparison.Ordinal)) Thread.Sleep(700);
            return ScriptedServer.Http(200, r.Number == 0 ? Met(900) : Executed(5));
        });
        using var client = Clients.Of(server.Url, change: s => s with { CatchUp = Duration.FromMilliseconds(200) });

        await client.ReadAsync("SELECT 1");

        Assert.Equal(3, server.Requests.Count);
        Assert.DoesNotContain("replication_index", server.Requests[2].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_there_is_a_reason_to_forget()
    {
        await using var server = await Servers.OwnAsync();
        using var client = Clients.Of(server.Url);
        await client.WriteAsync("CREATE TABLE t (id)");
        Assert.NotNull(client.Progress.Seen);

        await server.KillAsync();
        await Clients.FailsAsync(TursoErrorKind.Unreachable, () => client.ReadAsync("SELECT 1"));

        Assert.Null(client.Progress.Seen);
    }

    [Fact]
    public async Task A_client_of_a_replica_does_not_wait_for_the_log_of_a_primary_that_was_killed()
    {
        await using var primary = await Servers.OwnAsync(new SqldOptions { Primary = true });
        await using var replica = await Servers.OwnAsync(new SqldOptions { ReplicaOf = primary });
        using var client = Clients.Of(replica.Url, change: s => s with { CatchUp = Duration.FromSeconds(2), Patience = Duration.FromSeconds(10) });
        await client.WriteAsync("CREATE TABLE t (id INTEGER PRIMARY KEY)");
        for (var i = 1; i <= 50; i++) await client.WriteAsync($"INSERT INTO t VALUES ({i})");
        Assert.True(client.Progress.Seen >= 50);

        await primary.RestartAsync();
        using (var direct = Clients.Of(primary.Url)) await direct.WriteAsync("INSERT INTO t VALUES (51)");
        using var fresh = Clients.Of(replica.Url, change: s => s with { Patience = Duration.FromSeconds(10) });
        for (var left = 400; left > 0 && await fresh.CountAsync("t") < 51; left--) await Task.Delay(25, TestContext.Current.CancellationToken);
        var started = Stopwatch.GetTimestamp();

        Assert.Equal(51, await client.CountAsync("t"));
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(5));
        Assert.True(client.Progress.Seen < 50);
    }

    [Fact]
    public async Task What_settles_an_outcome_is_asked_of_the_primary_and_not_of_a_replica()
    {
        await using var primary = await Servers.OwnAsync(new SqldOptions { Primary = true });
        await using var replica = await Servers.OwnAsync(new SqldOptions { ReplicaOf = primary });
        await using var stores = await RemoteStores.MakeAsync(replica.Url, configure: o => o.CommandTimeout = Duration.FromSeconds(2));
        await stores.CommitAsync(_ => { });
        Assert.Equal([1L], await BehindWritersAsync(stores));

        await primary.KillAsync();

        Assert.Equal(1, await stores.CountAsync("commands"));
        await Clients.FailsAsync(TursoErrorKind.Timeout, () => BehindWritersAsync(stores));
    }

    private static Task<List<long>> BehindWritersAsync(RemoteStores stores) =>
        stores.Database.ReadBehindWritersAsync("SELECT count(*) FROM commands", [], r => r.Long(0), TestContext.Current.CancellationToken);

    private static string Met(long index) => Result(index, """,{"type":"ok","response":{"type":"get_autocommit","is_autocommit":true}}""");

    private static string Executed(long index) => Result(index, "");

    private static string Result(long index, string between) => $$$"""
        {"baton":null,"base_url":null,"results":[{"type":"ok","response":{"type":"execute","result":{"cols":[{"name":"1","decltype":null}],"rows":[[{"type":"integer","value":"1"}]],"affected_row_count":0,"last_insert_rowid":null,"replication_index":"{{{index}}}"} } }{{{between}}},{"type":"ok","response":{"type":"close"}}]}
        """;
}
