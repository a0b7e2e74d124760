using Clinic.Testing.Stays;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;

namespace Clinic.EmergencyBilling.Tests.Reports;

/// <summary>The reports over random histories in memory: each figure equals its recomputation from single bills.</summary>
public class StayReportLawTests
{
    private static readonly Dictionary<StayAct, int> Done = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_figure_of_a_random_history_equals_its_recomputation()
    {
        Prop.ForAll(Arb.From(StayStep.Histories(60)), Run).Holds(120);

        // Rare by chance: a bill whose tariff was corrected between its close and its invoice.
        Assert.True(Run([new(StayAct.Begin, 0, 0, 1), new(StayAct.Close, 0, 60, 0), new(StayAct.ChangePrices, 0, 1, 22), new(StayAct.Reprice, 0, 1, 0)]));

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
