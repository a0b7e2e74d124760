using Clinic.Abstractions;
using Clinic.Testing;
using Clinic.Testing.Histories;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Storage.Turso.Tests;

/// <summary>The same random histories as in memory, on a database: every law after every command.</summary>
public sealed class HistoryLawTests
{
    [Fact]
    public void Every_law_of_the_ledger_holds_after_every_command_of_a_random_history_in_the_database()
    {
        var accepted = 0;
        var refused = 0;
        Prop.ForAll(HistorySteps.UpTo(40), steps =>
        {
            var done = RunAsync(steps).GetAwaiter().GetResult();
            accepted += done.Accepted;
            refused += done.Refused;
        }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(100));

        // Histories that do nothing, or are never refused, would prove nothing.
        Assert.True(accepted > 100, $"Only {accepted} commands were accepted.");
        Assert.True(refused > 20, $"Only {refused} commands were refused.");
    }

    private static async Task<(int Accepted, int Refused)> RunAsync(HistoryStep[] steps)
    {
        var clock = new FakeClock(Instant.FromUtc(2026, 3, 10, 15, 0));
        var services = new ServiceCollection();
        services.AddSingleton<IClock>(clock);
        services.AddSingleton(PayloadKeyRing.Random());
        services.AddSingleton(new UnitOfWorkOptions { LongestPause = Duration.FromMilliseconds(1) });
        services.AddClinicPharmacy().UseTurso(o => o.DataSource = TursoOptions.InMemory);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<TursoMigrator>().UpAsync(TestContext.Current.CancellationToken);
        var runner = new HistoryRunner(new HistoryWorld(provider, clock, new TenantId(new Guid("00000000-0000-7000-8000-0000000000aa"))));
        await runner.RunAsync(steps, TestContext.Current.CancellationToken);
        return runner.Done;
    }
}
