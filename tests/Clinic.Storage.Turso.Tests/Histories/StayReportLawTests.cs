using Clinic.Testing;
using Clinic.Testing.Stays;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;

namespace Clinic.Storage.Turso.Tests;

/// <summary>The reports of stays over random histories in a database: each figure equals its recomputation from single bills.</summary>
public sealed class StayReportLawTests
{
    [Fact]
    public void Every_figure_of_a_random_history_in_the_database_equals_its_recomputation() =>
        Prop.ForAll(Arb.From(StayStep.Histories(40)), steps => RunAsync(steps).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(15));

    private static async Task RunAsync(StayStep[] steps)
    {
        var clock = new FakeClock(StayWorld.Begin);
        var services = new ServiceCollection();
        StayWorld.Register(services, clock);
        services.AddClinicEmergencyBilling().UseTurso(o => o.DataSource = TursoOptions.InMemory);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<TursoMigrator>().UpAsync(TestContext.Current.CancellationToken);
        var world = await StayWorld.OpenAsync(provider, clock, TestContext.Current.CancellationToken);
        await new StayRunner(world).RunAsync(steps, TestContext.Current.CancellationToken);
        await StayReportLaws.CheckAsync(world, TestContext.Current.CancellationToken);
    }
}
