using Clinic.Benchmarks.Gates;
using Clinic.Benchmarks.Storage;
using Clinic.EmergencyBilling.Alerts;
using Clinic.EmergencyBilling.Rating;
using NodaTime;

namespace Clinic.Benchmarks.EmergencyBilling;

/// <summary>Asking 10,000 open stays for their next alert costs at most a twentieth of rating them all.</summary>
public sealed class AlertGate : IGate
{
    private const int Stays = 10_000;
    private const int WarmUps = 30;
    private const int Rounds = 40;
    private const double LimitOfRatio = 1.0 / 20;

    private static readonly AlertPlan Plan = new(
    [
        AlertRule.LongStay,
        new("BILLED", AlertClock.Billable, Duration.FromHours(6), 1, ["supervisor"]),
        new("TRIAGE", AlertClock.SinceTriage, Duration.FromHours(1), 1, ["reception"]),
        new("PAUSE", AlertClock.Paused, Duration.FromMinutes(30), 1, ["reception"]),
    ]);

    private static long due;

    public string Name => "alerts";

    public IReadOnlyList<GateFigure> Run()
    {
        var now = BenchStays.Start;
        var requests = BenchStays.Open(Stays, now);
        AlertView[] views = [.. requests.Select(r => AlertView.Of(r.Stay))];
        Check(views, now);
        var medians = Interleaved.MediansAsync(
            WarmUps, Rounds,
            () =>
            {
                foreach (var view in views) due += Plan.NextDue(view, [], now)!.Value.At.ToUnixTimeSeconds();
                return Task.CompletedTask;
            },
            () =>
            {
                foreach (var request in requests) due += StayRater.Rate(request).Lines.Length;
                return Task.CompletedTask;
            }).GetAwaiter().GetResult();
        var bytes = Allocation.BytesPerCall(() =>
        {
            foreach (var view in views) due += Plan.NextDue(view, [], now)!.Value.At.ToUnixTimeSeconds();
            return views;
        }, 5);
        Console.WriteLine(FormattableString.Invariant($"alerts of {Stays} open stays and {Plan.Rules.Count} rules: {medians[0]:0} us, {medians[0] * 1000 / Stays:0} ns each; rating them {medians[1]:0} us"));
        return [new($"p50 of {Stays} next alerts / rating the stays", medians[0] / medians[1], LimitOfRatio), new($"bytes of {Stays} next alerts", bytes, 0)];
    }

    // What is due first is over its threshold then, and not a second before.
    private static void Check(AlertView[] views, Instant now)
    {
        foreach (var view in views)
        {
            var next = Plan.NextDue(view, [], now)!.Value;
            if (view.ElapsedAt(next.Rule.Clock, next.At) != next.Rule.Threshold + Duration.FromSeconds(1)) throw new InvalidOperationException("An alert is due at another second.");
        }
    }
}
