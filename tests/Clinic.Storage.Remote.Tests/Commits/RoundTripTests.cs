using Clinic.Abstractions;
using Clinic.Testing;
using Clinic.Testing.Histories;
using Clinic.Testing.Wards;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Clinic.Storage.Remote.Tests;

/// <summary>The write of a commit is one request, whatever the command is and however it ends.</summary>
public class RoundTripTests(Servers servers)
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_commit_of_a_history_of_dispensing_is_one_round_trip_and_every_law_holds()
    {
        var clock = new FakeClock(Instant.FromUtc(2026, 3, 10, 15, 0));
        var services = new ServiceCollection();
        WardWorld.Configure(services, clock);
        await using var provider = await ProviderAsync(services, s => s.AddClinicDispensing().UseTurso().UsePharmacyStock());
        var world = new WardWorld(provider, clock, new TenantId(Guid.CreateVersion7()));
        await world.OpenAsync(Ct);
        var runner = new WardRunner(world);

        await runner.RunAsync(WardSteps.Seeded(101, 30), Ct);

        var commits = Commits(provider);
        Assert.Contains(commits, c => c.Name == "dispensing.hand-over" && c.Done);
        Assert.All(commits, c => Assert.Equal((c.Name, 1), (c.Name, c.RoundTrips)));
    }

    [Fact]
    public async Task Every_commit_of_a_history_of_stock_is_one_round_trip_and_every_law_holds()
    {
        var clock = new FakeClock(Instant.FromUtc(2026, 3, 10, 15, 0));
        var services = new ServiceCollection();
        services.AddSingleton<IClock>(clock);
        await using var provider = await ProviderAsync(services, _ => { });
        var done = 0;
        foreach (var steps in HistorySteps.UpTo(40).Generator.Sample(60, 40))
        {
            var runner = new HistoryRunner(new HistoryWorld(provider, clock, new TenantId(Guid.CreateVersion7())));
            await runner.RunAsync(steps, Ct);
            done += runner.Done.Accepted;
            if (done > 10 && Commits(provider).Any(c => c is { Name: "pharmacy.issue-stock", Done: true })) break;
        }

        var commits = Commits(provider);
        Assert.True(done > 10, $"Only {done} commands were accepted.");
        Assert.Contains(commits, c => c.Name == "pharmacy.issue-stock" && c.Done);
        Assert.All(commits, c => Assert.Equal((c.Name, 1), (c.Name, c.RoundTrips)));
    }

    private async Task<ServiceProvider> ProviderAsync(ServiceCollection services, Action<IServiceCollection> add)
    {
        var server = await servers.SpacesAsync();
        var space = $"n{Guid.NewGuid():N}";
        await server.CreateNamespaceAsync(space);
        services.AddSingleton(PayloadKeyRing.Random());
        services.AddSingleton<ICommitStore>(p => new CountingCommitStore(
            new TursoCommitStore(p.GetRequiredService<ClinicDatabase>(), p.GetRequiredService<IIdGenerator>(), NullLogger<TursoCommitStore>.Instance),
            (RemoteDatabase)p.GetRequiredService<ClinicDatabase>()));
        services.AddClinicPharmacy().UseTurso(o =>
        {
            o.DataSource = server.Url;
            o.Namespace = space;
        });
        add(services);
        var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<TursoMigrator>().UpAsync(Ct);
        return provider;
    }

    private static List<(string Name, long RoundTrips, bool Done)> Commits(ServiceProvider provider) =>
        ((CountingCommitStore)provider.GetRequiredService<ICommitStore>()).Commits;
}
