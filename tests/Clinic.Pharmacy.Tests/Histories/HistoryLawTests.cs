using System.Globalization;
using Clinic.Abstractions;
using Clinic.Testing.Histories;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Histories;

/// <summary>Random histories of all commands in memory; the laws are those of <see cref="HistoryLaws"/>.</summary>
public sealed class HistoryLawTests
{
    // CLINIC_HISTORIES=5000 looks longer than a run on every change can.
    private static int Histories =>
        int.TryParse(Environment.GetEnvironmentVariable("CLINIC_HISTORIES"), CultureInfo.InvariantCulture, out var count) ? count : 120;

    [Fact]
    public void No_history_breaks_a_law() =>
        Prop.ForAll(HistorySteps.UpTo(45), steps => Run(steps)).Holds(maxTest: Histories);

    [Fact]
    public void A_long_history_breaks_no_law()
    {
        var histories = HistorySteps.UpTo(200).Generator.Sample(8, 200);

        var done = histories.Select(Run).ToList();

        // A history that is refused throughout would prove nothing.
        Assert.True(done.Sum(d => d.Accepted) > histories.Sum(h => h.Length) / 10, string.Join(", ", done));
        Assert.True(done.Sum(d => d.Refused) > 0);
    }

    private static (int Accepted, int Refused) Run(HistoryStep[] steps)
    {
        var clock = new FakeClock(Instant.FromUtc(2026, 3, 10, 15, 0));
        var services = new ServiceCollection();
        services.AddSingleton<IClock>(clock);
        services.AddClinicPharmacy().UseInMemory();
        using var provider = services.BuildServiceProvider();
        var runner = new HistoryRunner(new HistoryWorld(provider, clock, new TenantId(new Guid("00000000-0000-7000-8000-0000000000aa"))));
        runner.RunAsync(steps, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        return runner.Done;
    }
}
