using Clinic.Benchmarks.Gates;
using Clinic.Benchmarks.Storage;

namespace Clinic.Benchmarks.Ledgers;

/// <summary>Adding a movement in memory takes as long after a million as after a thousand.</summary>
public sealed class LedgerAppendGate : IGate
{
    private const double Limit = 1.5;

    private static readonly int[] Histories = [1_000, 100_000, 1_000_000];

    public string Name => "ledger append, memory";

    public IReadOnlyList<GateFigure> Run()
    {
        var desks = Histories.Select(history => new LedgerDesk(history)).ToList();
        try
        {
            Warm();
            GC.Collect();
            var medians = Interleaved.MediansAsync(20, 400, [.. desks.Select(d => (Func<Task>)d.AppendAsync)]).GetAwaiter().GetResult();
            Console.WriteLine(FormattableString.Invariant($"ledger append, memory: {string.Join(", ", medians.Zip(Histories, (m, h) => $"{m:0.0} us at {h}"))}"));
            return [.. Histories.Skip(1).Select((history, i) => new GateFigure($"p50 at {history} / at {Histories[0]} movements", medians[i + 1] / medians[0], Limit))];
        }
        finally
        {
            foreach (var desk in desks) desk.Dispose();
        }
    }

    // On a ledger of its own, so that the short history stays short.
    private static void Warm()
    {
        using var desk = new LedgerDesk(Histories[0]);
        for (var i = 0; i < 3_000; i++) desk.AppendAsync().GetAwaiter().GetResult();
    }
}
