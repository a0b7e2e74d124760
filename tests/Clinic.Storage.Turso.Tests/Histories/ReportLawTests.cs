using Clinic.Abstractions;
using Clinic.Testing;
using Clinic.Testing.Histories;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Storage.Turso.Tests;

/// <summary>The reports over random histories in a database: each figure equals its recomputation from single movements.</summary>
public sealed class ReportLawTests
{
    [Fact]
    public void Every_figure_of_a_random_history_in_the_database_equals_its_recomputation() =>
        Prop.ForAll(HistorySteps.UpTo(30), steps => RunAsync(steps).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(30));

    private static async Task RunAsync(HistoryStep[] steps)
    {
        var clock = new FakeClock(Instant.FromUtc(2026, 3, 10, 15, 0));
        var services = new ServiceCollection();
        services.AddSingleton<IClock>(clock);
        services.AddSingleton(PayloadKeyRing.Random());
        services.AddSingleton(new UnitOfWorkOptions { LongestPause = Duration.FromMilliseconds(1) });
        services.AddClinicPharmacy().WithReports().UseTurso(o => o.DataSource = TursoOptions.InMemory);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<TursoMigrator>().UpAsync(TestContext.Current.CancellationToken);
        var world = new HistoryWorld(provider, clock, new TenantId(new Guid("00000000-0000-7000-8000-0000000000aa")));
        await new HistoryRunner(world).RunAsync(steps, TestContext.Current.CancellationToken);
        await ReportLaws.CheckAsync(world, TestContext.Current.CancellationToken);
    }
}
