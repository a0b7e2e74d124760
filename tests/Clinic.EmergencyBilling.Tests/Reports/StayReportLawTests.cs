using Clinic.Testing.Stays;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;

namespace Clinic.EmergencyBilling.Tests.Reports;

/// <summary>The reports over random histories in memory: each figure equals its recomputation from single bills.</summary>
public class StayReportLawTests
{
    private static readonly Dictionary<StayAct, int> Done = [];

    // What chance seldom or never reaches; together every act gets through, whatever the seed.
    private static readonly StayStep[][] Rare =
    [
        // A bill whose tariff was corrected between its close and its invoice.
        [new(StayAct.Begin, 0, 0, 1), new(StayAct.Close, 0, 60, 0), new(StayAct.ChangePrices, 0, 1, 22), new(StayAct.Reprice, 0, 1, 0)],
        [
            new(StayAct.Begin, 0, 0, 0), new(StayAct.Pause, 0, 40, 0), new(StayAct.Resume, 0, 20, 0), new(StayAct.ChangePayer, 0, 15, 1), new(StayAct.Correct, 0, 5, 60),
            new(StayAct.CarveOut, 0, 5, 9), new(StayAct.Close, 0, 30, 0), new(StayAct.Reopen, 0, 10, 1), new(StayAct.Close, 0, 30, 0), new(StayAct.Invoice, 0, 2, 0),
            new(StayAct.Deliver, 0, 1, 0), new(StayAct.Credit, 0, 9, 0), new(StayAct.Deliver, 0, 1, 0),
        ],
        [new(StayAct.Begin, 1, 0, 0), new(StayAct.Close, 1, 90, 0), new(StayAct.Invoice, 1, 2, 0), new(StayAct.Deliver, 1, 1, 0), new(StayAct.Settle, 1, 5, 0)],
        [new(StayAct.Begin, 2, 0, 0), new(StayAct.Close, 2, 45, 0), new(StayAct.Waive, 2, 5, 0), new(StayAct.Begin, 3, 0, 0), new(StayAct.EnterInError, 3, 5, 0)],
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_figure_of_a_random_history_equals_its_recomputation()
    {
        Prop.ForAll(Arb.From(StayStep.Histories(60)), Run).Holds(120);

        foreach (var history in Rare) Assert.True(Run(history));

        // The law would say nothing about acts that no history gets through.
        Assert.Empty(Enum.GetValues<StayAct>().Except(Done.Keys));
    }

    private static bool Run(StayStep[] steps) => RunAsync(steps).GetAwaiter().GetResult();

    private static async Task<bool> RunAsync(StayStep[] steps)
    {
        var clock = new FakeClock(StayWorld.Begin);
        var services = new ServiceCollection();
        StayWorld.Register(services, clock);
        services.AddClinicEmergencyBilling().UseInMemory();
        await using var provider = services.BuildServiceProvider();
        var world = await StayWorld.OpenAsync(provider, clock, Ct);
        var runner = new StayRunner(world);
        await runner.RunAsync(steps, Ct);
        foreach (var (act, times) in runner.Done) Done[act] = Done.GetValueOrDefault(act) + times;
        await StayReportLaws.CheckAsync(world, Ct);
        return true;
    }
}
