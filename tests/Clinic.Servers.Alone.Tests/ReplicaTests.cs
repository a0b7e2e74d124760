using System.Diagnostics;
using Clinic.Pharmacy.Inquiries;
using Clinic.Racer;
using Clinic.Storage.Turso;

namespace Clinic.Servers.Alone.Tests;

/// <summary>A primary with two replicas, of which some are killed.</summary>
public sealed class ReplicaTests(ITestOutputHelper output)
{
    private const int Stock = 300_000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reads_go_on_while_the_primary_and_a_replica_are_dead_and_writes_recover_when_they_are_back()
    {
        await using var primary = await Servers.StartAsync(new SqldOptions { Primary = true });
        await using var one = await Servers.StartAsync(new SqldOptions { ReplicaOf = primary });
        await using var two = await Servers.StartAsync(new SqldOptions { ReplicaOf = primary });
        using var atPrimary = new World(primary.Url);
        await atPrimary.CreateAsync(Stock);
        using var atTwo = new World(two.Url);
        var issuers = new Issuers([atPrimary], await atPrimary.PresentationAsync(), 4);
        var through = new Issuers([atTwo], await PresentationAsync(atTwo), 2);
        using var ending = new CancellationTokenSource();
        issuers.Start();
        through.Start();
        var reader = ReadAsync(two.Url, ending.Token);
        await Task.Delay(500, Ct);

        var killed = Stopwatch.GetTimestamp();
        await Task.WhenAll(primary.KillAsync(), one.KillAsync());
        await Task.Delay(2500, Ct);
        var before = Stopwatch.GetTimestamp();
        await Task.WhenAll(primary.RestartAsync(), one.RestartAsync());
        var back = Stopwatch.GetTimestamp();
        await issuers.AllDoneSinceAsync(back, Longest);
        var direct = Stopwatch.GetElapsedTime(back);
        await through.AllDoneSinceAsync(back, Longest);
        var proxied = Stopwatch.GetElapsedTime(back);
        await issuers.StopAsync();
        await through.StopAsync();
        await ending.CancelAsync();
        var reads = await reader;

        var meanwhile = reads.Where(r => r.Started > killed && r.Started < before).ToList();
        var longest = reads.Max(r => Stopwatch.GetElapsedTime(r.Started, r.Ended).TotalMilliseconds);
        output.WriteLine(
            $"dead for {Stopwatch.GetElapsedTime(killed, back).TotalMilliseconds:F0} ms; {meanwhile.Count(r => r.Error is null)} reads of the remaining replica in that time, {meanwhile.Count(r => r.Error is not null)} failed; "
            + $"of all {reads.Count} reads {reads.Count(r => r.Error is not null)} failed ({string.Join(", ", reads.Where(r => r.Error is not null).GroupBy(r => r.Error).Select(g => $"{g.Key} x{g.Count()}"))}), the longest took {longest:F0} ms.");
        output.WriteLine($"writers at the primary went on {direct.TotalMilliseconds:F0} ms after it was back, those through the replica {proxied.TotalMilliseconds:F0} ms. Errors: {string.Join(", ", issuers.Errors.Concat(through.Errors))}.");
        Assert.True(meanwhile.Count > 50, $"Only {meanwhile.Count} reads.");
        Assert.All(meanwhile, r => Assert.Null(r.Error));

        await issuers.SettleAsync();
        await through.SettleAsync();
        foreach (var (command, quantity) in through.Done) issuers.Done[command] = quantity;
        await using (var ledger = new Ledger(primary.Url)) await ledger.CheckAsync(atPrimary, issuers, Stock);
        foreach (var replica in new[] { one, two })
        {
            await using var ledger = new Ledger(replica.Url);
            await CatchesUpAsync(ledger, "SELECT sum(on_hand) FROM stock_balances", Stock - issuers.Done.Values.Sum());
        }
    }

    [Fact]
    public async Task A_client_of_a_replica_sees_at_once_what_it_wrote()
    {
        await using var primary = await Servers.StartAsync(new SqldOptions { Primary = true });
        await using var replica = await Servers.StartAsync(new SqldOptions { ReplicaOf = primary });
        await using var source = new TursoDataSource($"Data Source={replica.Url}");
        await using var writing = await source.OpenConnectionAsync(Ct);
        await using var reading = await source.OpenConnectionAsync(Ct);
        await RunAsync(writing, "CREATE TABLE t (id INTEGER PRIMARY KEY)");
        await using var others = new TursoDataSource($"Data Source={replica.Url}");
        await using var other = await others.OpenConnectionAsync(Ct);
        var behind = 0;
        for (var i = 1; i <= 200; i++)
        {
            await RunAsync(writing, $"INSERT INTO t VALUES ({i})");
            if (i % 2 == 0 && (long)i != (long)(await RunAsync(other, "SELECT coalesce(max(id), 0) FROM t"))!) behind++;
            // Another conversation: only the client knows of both.
            Assert.Equal((long)i, await RunAsync(reading, "SELECT max(id) FROM t"));
        }

        output.WriteLine($"200 of 200 reads saw the write before them; of another client's 100, {behind} did not.");
    }

    [Fact]
    public async Task Pooled_connections_to_a_replica_show_the_new_state_soon_after_the_primary_was_killed()
    {
        await using var primary = await Servers.StartAsync(new SqldOptions { Primary = true });
        await using var replica = await Servers.StartAsync(new SqldOptions { ReplicaOf = primary });
        await using var pooled = new Ledger(replica.Url);
        await pooled.QueryAsync("CREATE TABLE t (id INTEGER PRIMARY KEY)");
        for (var i = 1; i <= 50; i++) await pooled.QueryAsync($"INSERT INTO t VALUES ({i})");

        await primary.RestartAsync();
        await using (var direct = new Ledger(primary.Url)) await direct.QueryAsync("INSERT INTO t VALUES (51)");
        var started = Stopwatch.GetTimestamp();
        await CatchesUpAsync(pooled, "SELECT count(*) FROM t", 51);

        output.WriteLine($"the new state was seen after {Stopwatch.GetElapsedTime(started).TotalMilliseconds:F0} ms");
    }

    private static async Task<Clinic.Pharmacy.Presentations.Presentation> PresentationAsync(World world)
    {
        for (var started = Stopwatch.GetTimestamp(); ; await Task.Delay(50, Ct))
        {
            try
            {
                return await world.PresentationAsync();
            }
            catch (Exception e) when (e is TursoException or NullReferenceException && Stopwatch.GetElapsedTime(started) < Longest)
            {
                // The replica does not have it yet.
            }
        }
    }

    private static async Task<List<(long Started, long Ended, string? Error)>> ReadAsync(string url, CancellationToken ending)
    {
        using var world = new World(url);
        var reads = new List<(long, long, string?)>();
        while (!ending.IsCancellationRequested)
        {
            var started = Stopwatch.GetTimestamp();
            string? error = null;
            try
            {
                await world.Get<StockInquiries>().NowAsync(World.Tenant, new(Location: World.Store), new(), Ct);
            }
            catch (TursoException e)
            {
                error = $"{e.Kind} {e.Code} {e.Message}";
            }

            reads.Add((started, Stopwatch.GetTimestamp(), error));
            await Task.Delay(5, CancellationToken.None);
        }

        return reads;
    }

    private static async Task CatchesUpAsync(Ledger ledger, string sql, int onHand)
    {
        var started = Stopwatch.GetTimestamp();
        IReadOnlyList<string> found = [];
        while (Stopwatch.GetElapsedTime(started) < Longest)
        {
            try
            {
                found = await ledger.QueryAsync(sql);
                if (found is [var sum] && sum == $"{onHand}") return;
            }
            catch (TursoException e)
            {
                found = [e.Message];
            }

            await Task.Delay(20, Ct);
        }

        Assert.Equal([$"{onHand}"], found);
    }

    private static async Task<object?> RunAsync(TursoConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(Ct);
    }
}
