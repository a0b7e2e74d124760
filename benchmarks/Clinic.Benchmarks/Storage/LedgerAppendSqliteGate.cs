using Clinic.Benchmarks.Gates;
using Clinic.Pharmacy.Issuing;

namespace Clinic.Benchmarks.Storage;

/// <summary>An append to the ledger in SQLite costs the same however long the history is.</summary>
public sealed class LedgerAppendSqliteGate : IGate
{
    private static readonly int[] Histories = [1_000, 100_000, 1_000_000];

    public string Name => "ledger append, SQLite";

    public IReadOnlyList<GateFigure> Run() => RunAsync().GetAwaiter().GetResult();

    private static async Task<IReadOnlyList<GateFigure>> RunAsync()
    {
        var clinics = new List<BenchClinic>();
        try
        {
            foreach (var history in Histories)
            {
                var clinic = await BenchClinic.CreateAsync();
                clinics.Add(clinic);
                LedgerHistory.Fill(clinic, history);
            }

            var operations = clinics.Select(c =>
            {
                var issuing = c.Get<StockIssuing>();
                var command = c.IssueOne();
                return (Func<Task>)(() => issuing.IssueAsync(c.As(), command));
            }).ToArray();
            var medians = await Interleaved.MediansAsync(200, 600, operations);
            Console.WriteLine(FormattableString.Invariant($"ledger append, SQLite: {string.Join(", ", medians.Zip(Histories, (m, h) => $"{m:0} us at {h}"))}"));
            return [.. Enumerable.Range(1, 2).Select(i => new GateFigure($"p50 at {Histories[i]} / at {Histories[0]} movements", medians[i] / medians[0], 1.5))];
        }
        finally
        {
            foreach (var clinic in clinics) clinic.Dispose();
        }
    }
}
