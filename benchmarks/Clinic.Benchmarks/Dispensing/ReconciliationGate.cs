using Clinic.Benchmarks.Gates;
using Clinic.Benchmarks.Storage;
using Clinic.Dispensing.Closing;

namespace Clinic.Benchmarks.Dispensing;

/// <summary>Recomputing a reconciliation from ten times as many doses takes about ten times as long.</summary>
public sealed class ReconciliationGate : IGate
{
    private const int Fewer = 1_000;
    private const int More = 10_000;

    // As many doses per measurement on both sides, so that neither is too short to be measured.
    private const int Repeats = More / Fewer;

    public string Name => "reconciliation";

    public IReadOnlyList<GateFigure> Run() => RunAsync().GetAwaiter().GetResult();

    private static async Task<IReadOnlyList<GateFigure>> RunAsync()
    {
        var log = await DoseSamples.DeliveredAsync();
        var (fewer, more) = (log.Doses(Fewer), log.Doses(More));
        if (Reconciliation.Recompute(log.Dispensation, more, []).Sum(r => r.Used) != More) throw new InvalidOperationException("Not every dose was counted.");
        var medians = await Interleaved.MediansAsync(
            1_000, 400,
            () =>
            {
                for (var i = 0; i < Repeats; i++) Reconciliation.Recompute(log.Dispensation, fewer, []);
                return Task.CompletedTask;
            },
            () =>
            {
                Reconciliation.Recompute(log.Dispensation, more, []);
                return Task.CompletedTask;
            });
        var once = medians[0] / Repeats;
        Console.WriteLine(FormattableString.Invariant($"reconciliation: {once:0.0} us of {Fewer} doses, {medians[1]:0.0} us of {More}"));
        return [new($"p50 of {More} / of {Fewer} doses", medians[1] / once, 12)];
    }
}
