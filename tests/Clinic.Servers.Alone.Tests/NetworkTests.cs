using Clinic.Abstractions;
using Clinic.Racer;
using Clinic.Storage.Turso;
using Clinic.Testing;
using Clinic.Testing.Histories;
using Clinic.Testing.Wards;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Servers.Alone.Tests;

/// <summary>A network that delays, cuts, doubles and delivers late: the laws are the same as without it.</summary>
public sealed class NetworkTests(ITestOutputHelper output)
{
    private const int Stock = 300_000;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(11, 0.1)]
    [InlineData(12, 0.3)]
    public async Task Eight_writers_behind_a_bad_network_lose_no_unit_and_take_none_twice(int seed, double share)
    {
        await using var server = await Servers.StartAsync();
        using (var maker = new World(server.Url)) await maker.CreateAsync(Stock);
        await using var network = new FaultyNetwork(server.Url);
        using var world = new World(network.Url);
        await using var ledger = new Ledger(server.Url);
        var issuers = new Issuers([world], await world.PresentationAsync(), 8);
        network.Judge = FaultyNetwork.Random(seed, share);

        issuers.Start();
        await Task.Delay(TimeSpan.FromSeconds(3), Ct);
        await issuers.StopAsync();
        network.Judge = _ => NetworkFault.None;
        // What was delivered late has arrived by then.
        await Task.Delay(400, Ct);
        var settled = await issuers.SettleAsync();

        await ledger.CheckAsync(world, issuers, Stock);
        output.WriteLine($"seed {seed}: {network.Faults} of {network.Requests} requests hit, {issuers.Done.Count} commands, {settled} settled by repeating them. Errors: {string.Join(", ", issuers.Errors)}.");
        Assert.True(issuers.Done.Count > 20, $"Only {issuers.Done.Count} commands.");
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public async Task Random_histories_of_wards_keep_every_law_behind_a_bad_network(int seed)
    {
        await using var server = await Servers.StartAsync();
        await using var network = new FaultyNetwork(server.Url);
        var clock = new FakeClock(Instant.FromUtc(2026, 3, 10, 15, 0));
        await using var provider = await ProviderAsync(network.Url, clock);
        var world = new WardWorld(provider, clock, new TenantId(Guid.CreateVersion7()));
        await world.OpenAsync(Ct);
        network.Judge = FaultyNetwork.Random(seed, 0.05);
        var runner = new WardRunner(world) { MayRepeat = e => e is TursoException { Kind: TursoErrorKind.UnknownOutcome } };

        await runner.RunAsync(WardSteps.Seeded(seed, 15), Ct);

        output.WriteLine($"seed {seed}: {network.Faults} of {network.Requests} requests hit, {runner.Accepted.Values.Sum()} commands accepted, {runner.Refusals.Count} refused.");
    }

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    public async Task Random_histories_of_stock_keep_every_law_behind_a_bad_network(int seed)
    {
        await using var server = await Servers.StartAsync();
        await using var network = new FaultyNetwork(server.Url);
        var clock = new FakeClock(Instant.FromUtc(2026, 3, 10, 15, 0));
        await using var provider = await ProviderAsync(network.Url, clock);
        network.Judge = FaultyNetwork.Random(seed, 0.05);
        var runner = new HistoryRunner(new HistoryWorld(provider, clock, new TenantId(Guid.CreateVersion7())));

        await runner.RunAsync(Steps(seed, 20), Ct);

        output.WriteLine($"seed {seed}: {network.Faults} of {network.Requests} requests hit, {runner.Done.Accepted} commands accepted, {runner.Done.Refused} refused.");
    }

    private static HistoryStep[] Steps(int seed, int count)
    {
        var random = new Random(seed);
        var acts = Enum.GetValues<HistoryAct>();
        return
        [
            new(HistoryAct.Receive, 0, 20, 0, 0),
            new(HistoryAct.Receive, 1, 20, 7, 0),
            .. Enumerable.Range(0, count).Select(_ => new HistoryStep(
                random.Next(3) == 0 ? HistoryAct.Receive : acts[random.Next(acts.Length)], random.Next(61), random.Next(61), random.Next(61), 0)),
        ];
    }

    private static async Task<ServiceProvider> ProviderAsync(string url, FakeClock clock)
    {
        var services = new ServiceCollection();
        WardWorld.Configure(services, clock);
        services.AddSingleton(PayloadKeyRing.Random());
        services.AddClinicPharmacy().UseTurso(o => o.DataSource = url);
        services.AddClinicDispensing().UseTurso().UsePharmacyStock();
        var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<TursoMigrator>().UpAsync(Ct);
        return provider;
    }
}
