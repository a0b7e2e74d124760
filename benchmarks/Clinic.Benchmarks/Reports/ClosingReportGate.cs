using System.Diagnostics;
using Clinic.Benchmarks.Gates;
using Clinic.Benchmarks.Storage;
using Clinic.Pharmacy.Reports;
using NodaTime;

namespace Clinic.Benchmarks.Reports;

/// <summary>Closing stock by lot and the margins of a year, in SQLite over 10,000 lots: ten times the movements, at most twelve times the time.</summary>
public sealed class ClosingReportGate : IGate
{
    private static readonly int[] Movements = [100_000, 1_000_000];
    private static readonly LocalDate First = new(2025, 1, 1);

    public string Name => "closing stock and margins, SQLite";

    public IReadOnlyList<GateFigure> Run() => RunAsync().GetAwaiter().GetResult();

    private static async Task<IReadOnlyList<GateFigure>> RunAsync()
    {
        var seconds = new List<double>();
        foreach (var movements in Movements)
        {
            using var clinic = await BenchClinic.CreateAsync();
            ClosingHistory.Fill(clinic, movements);
            await ReportAsync(clinic);
            var best = double.MaxValue;
            for (var i = 0; i < 3; i++)
            {
                var watch = Stopwatch.StartNew();
                var (stock, margins) = await ReportAsync(clinic);
                best = Math.Min(best, watch.Elapsed.TotalSeconds);
                if (stock < ClosingHistory.Lots || margins < 500) throw new InvalidOperationException($"The reports have only {stock} and {margins} rows.");
            }

            seconds.Add(best);
        }

        Console.WriteLine(FormattableString.Invariant($"closing stock and margins, SQLite: {seconds[0]:0.00} s at {Movements[0]}, {seconds[1]:0.00} s at {Movements[1]} movements"));
        return [new GateFigure($"at {Movements[1]} / at {Movements[0]} movements", seconds[1] / seconds[0], 12)];
    }

    // As of the end of November: what moved later has to be taken off again.
    private static async Task<(int Stock, int Margins)> ReportAsync(BenchClinic clinic)
    {
        var watch = Stopwatch.StartNew();
        var stock = await clinic.Get<StockReports>().StockValueAsync(clinic.Tenant, clinic.Pharmacist, clinic.Site, new LocalDate(2025, 11, 30));
        var first = watch.Elapsed.TotalSeconds;
        var margins = await clinic.Get<SalesReports>().MarginsAsync(
            clinic.Tenant, clinic.Pharmacist, clinic.Site, First, First.PlusYears(1).PlusDays(-1), MarginBy.Product | MarginBy.Segment | MarginBy.Department);
        Console.WriteLine(FormattableString.Invariant($"  closing stock {first:0.00} s, margins of a year {watch.Elapsed.TotalSeconds - first:0.00} s"));
        return (stock.Rows.Count, margins.Rows.Count);
    }
}
