using Clinic.Abstractions;
using Clinic.Testing;
using Clinic.Testing.Wards;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Storage.Turso.Tests;

/// <summary>The same random histories of dispensing as in memory, on a database: every law after every command.</summary>
public sealed class WardHistoryTests
{
    [Theory]
    [InlineData(101)]
    [InlineData(102)]
    [InlineData(103)]
    [InlineData(104)]
    public async Task Every_law_of_dispensing_holds_after_every_command_of_a_history_in_the_database(int seed)
    {
        var ct = TestContext.Current.CancellationToken;
        var clock = new FakeClock(Instant.FromUtc(2026, 3, 10, 15, 0));
        var services = new ServiceCollection();
        WardWorld.Configure(services, clock);
        services.AddSingleton(PayloadKeyRing.Random());
        services.AddClinicPharmacy().UseTurso(o => o.DataSource = TursoOptions.InMemory);
        services.AddClinicDispensing().UseTurso().UsePharmacyStock();
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<TursoMigrator>().UpAsync(ct);
        var world = new WardWorld(provider, clock, new TenantId(new Guid("00000000-0000-7000-8000-0000000000bb")));
        await world.OpenAsync(ct);
        var runner = new WardRunner(world);

        await runner.RunAsync(WardSteps.Seeded(seed, 120), ct);

        Assert.True(runner.Accepted.Values.Sum() > 40, string.Join(", ", runner.Accepted));
    }
}
