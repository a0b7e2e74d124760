using System.Globalization;
using Clinic.Abstractions;
using Clinic.Testing.Wards;
using FsCheck.Fluent;

namespace Clinic.Dispensing.Tests.Histories;

/// <summary>Random histories with many people on the real pharmacy in memory; the laws are those of <see cref="WardLaws"/>.</summary>
public sealed class WardHistoryTests
{
    // CLINIC_HISTORIES=2000 looks longer than a run on every change can.
    private static int Histories =>
        int.TryParse(Environment.GetEnvironmentVariable("CLINIC_HISTORIES"), CultureInfo.InvariantCulture, out var count) ? count : 40;

    [Fact]
    public void No_history_breaks_a_law() =>
        Prop.ForAll(WardSteps.UpTo(70), steps => Run(steps)).Holds(maxTest: Histories);

    [Fact]
    public void Long_histories_reach_closed_books_and_keep_every_secret()
    {
        var accepted = new Dictionary<WardAct, int>();
        // A fixed seed: that every act comes to be accepted is a matter of the sample, not of luck.
        foreach (var steps in Enumerable.Range(1, 8).Select(seed => WardSteps.Seeded(seed, 300)))
        {
            foreach (var (act, count) in Run(steps).Accepted) accepted[act] = accepted.GetValueOrDefault(act) + count;
        }

        var told = string.Join(", ", accepted.Select(a => $"{a.Key} {a.Value}"));
        Assert.True(Enum.GetValues<WardAct>().All(a => a is WardAct.Tick or WardAct.Onwards || accepted.GetValueOrDefault(a) > 0), told);
        TestContext.Current.SendDiagnosticMessage(told);
    }

    private static WardRunner Run(WardStep[] steps)
    {
        var ct = TestContext.Current.CancellationToken;
        var world = WardWorld.InMemoryAsync(ct).GetAwaiter().GetResult();
        var runner = new WardRunner(world);
        runner.RunAsync(steps, ct).GetAwaiter().GetResult();
        var audit = world.Get<IAuditLog>().ListAsync(world.Tenant, new(), new(PageRequest.LargestSize), ct).GetAwaiter().GetResult();
        var texts = string.Join('\n', [.. runner.Refusals, .. audit.Items.Select(a => System.Text.Json.JsonSerializer.Serialize(a, ClinicJson.Options))]);
        foreach (var staff in WardPeople.All)
        {
            Assert.DoesNotContain(staff.Pin, texts, StringComparison.Ordinal);
            Assert.DoesNotContain(staff.Badge, texts, StringComparison.Ordinal);
        }

        return runner;
    }
}
