using Clinic.Benchmarks.Gates;
using Clinic.Benchmarks.Storage;
using Clinic.EmergencyBilling.Rating;
using NodaTime;

namespace Clinic.Benchmarks.EmergencyBilling;

/// <summary>The figures of a stay cost at most a twentieth of walking its minutes, and are equal to it to the cent.</summary>
public sealed class StatementGate : IGate
{
    private const double LimitOfRatio = 1.0 / 20;
    private const double LimitOfBytes = 4 * 1024;
    private const int WarmUps = 400;
    private const int Rounds = 300;

    // Per measurement, so that neither side is too short to be measured.
    private const int Repeats = 20;

    private static object? kept;

    public string Name => "statement";

    public IReadOnlyList<GateFigure> Run() => [.. Figures("24 h", Duration.FromHours(24), LimitOfBytes), .. Figures("30 d", Duration.FromDays(30), double.PositiveInfinity)];

    private static IEnumerable<GateFigure> Figures(string label, Duration length, double bytes)
    {
        var request = BenchStays.Closed(length);
        Compare(request);
        for (var minutes = 1; minutes < 3_000; minutes += 97) Compare(BenchStays.Closed(Duration.FromMinutes(minutes)));
        var medians = Interleaved.MediansAsync(
            WarmUps, Rounds,
            () => Repeat(() => StayRater.Rate(request)),
            () => Repeat(() => MinuteWalk.Price(request))).GetAwaiter().GetResult();
        var allocated = Allocation.BytesPerCall(() => StayRater.Rate(request));
        Console.WriteLine(FormattableString.Invariant(
            $"statement of {label}: {medians[0] / Repeats:0.00} us, {allocated:0} bytes, {StayRater.Rate(request).Lines.Length} lines; walking minutes {medians[1] / Repeats:0.0} us"));
        yield return new($"p50 of {label} / walking its minutes", medians[0] / medians[1], LimitOfRatio);
        yield return new($"bytes of {label}", allocated, bytes);
    }

    private static Task Repeat<T>(Func<T> call)
    {
        for (var i = 0; i < Repeats; i++) kept = call();
        GC.KeepAlive(kept);
        return Task.CompletedTask;
    }

    private static void Compare(RatingRequest request)
    {
        var ours = StayRater.Rate(request);
        if ((ours.Subtotal.Amount, ours.Tax.Amount) != MinuteWalk.Price(request))
            throw new InvalidOperationException($"The two prices differ: {ours.Subtotal} and {MinuteWalk.Price(request)}.");
    }
}
