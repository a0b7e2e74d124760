using System.Diagnostics;
using Clinic.Racer;
using NodaTime;

namespace Clinic.Servers.Alone.Tests;

/// <summary>A server killed under writers: nothing lost, nothing twice, and everybody goes on without help.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Rounds = 20;
    private const int Writers = 8;
    private const int Stock = 300_000;
    private static readonly TimeSpan LongestRecovery = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task After_twenty_kills_of_the_server_under_eight_writers_no_unit_is_lost_and_none_left_twice()
    {
        await using var server = await Servers.StartAsync();
        using var world = new World(server.Url);
        await world.CreateAsync(Stock);
        await using var ledger = new Ledger(server.Url);
        // Half of the clients give up soon, and repeat the command later.
        using var impatient = new World(server.Url, o => o.BusyTimeout = Duration.FromMilliseconds(60));
        var issuers = new Issuers([world, impatient], await world.PresentationAsync(), Writers);
        var random = new Random(20261122);
        var recoveries = new List<double>();
        var settled = 0;
        for (var round = 1; round <= Rounds; round++)
        {
            issuers.Start();
            await Task.Delay(random.Next(150, 500), TestContext.Current.CancellationToken);
            var killed = Stopwatch.GetTimestamp();
            await server.KillAsync();
            await Task.Delay(random.Next(0, 300), TestContext.Current.CancellationToken);
            await server.RestartAsync();
            var back = Stopwatch.GetTimestamp();
            await issuers.AllDoneSinceAsync(back, LongestRecovery);
            recoveries.Add(Stopwatch.GetElapsedTime(back).TotalMilliseconds);
            var down = Stopwatch.GetElapsedTime(killed, back).TotalMilliseconds;
            await issuers.StopAsync();
            var open = await issuers.SettleAsync();
            settled += open;
            await ledger.CheckAsync(world, issuers, Stock);
            output.WriteLine($"round {round}: down {down:F0} ms, all {Writers} writers going {recoveries[^1]:F0} ms after that; {issuers.Done.Count} commands, {open} settled by repeating them");
        }

        Assert.Equal(["ok"], await ledger.QueryAsync("PRAGMA integrity_check"));
        recoveries.Sort();
        output.WriteLine($"{Rounds} kills, {issuers.Done.Count} commands, {settled} settled by repeating them; recovery of all writers {recoveries[Rounds / 2]:F0} ms at the median, {recoveries[^1]:F0} ms at most. Errors: {string.Join(", ", issuers.Errors)}.");
        Assert.True(issuers.Done.Count > Rounds * Writers, $"Only {issuers.Done.Count} commands.");
    }
}
