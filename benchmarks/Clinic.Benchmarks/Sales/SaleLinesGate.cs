using System.Diagnostics;
using Clinic.Benchmarks.Dispensing;
using Clinic.Benchmarks.Gates;
using Clinic.Benchmarks.Storage;
using Clinic.Pharmacy.Sales;

namespace Clinic.Benchmarks.Sales;

/// <summary>The last line of a basket of fifty in SQLite costs what the first one costs.</summary>
public sealed class SaleLinesGate : IGate
{
    private const int Lines = 50;
    private const int WarmUps = 3;
    private const int Rounds = 25;

    public string Name => "sale lines";

    public IReadOnlyList<GateFigure> Run() => RunAsync().GetAwaiter().GetResult();

    private static async Task<IReadOnlyList<GateFigure>> RunAsync()
    {
        using var folder = new BenchFolder();
        using var shop = await BenchShop.CreateAsync(folder.File("clinic.db"), Lines);

        // First and last are measured turn by turn: of each round a new basket's first line, and the last line of a full one.
        var (first, last) = (new List<double>(), new List<double>());
        for (var round = -WarmUps; round < Rounds; round++)
        {
            var full = await shop.BeginAsync();
            for (var i = 0; i < Lines - 1; i++) await shop.AddAsync(full, i);
            var fresh = await shop.BeginAsync();
            var one = await TimeAsync(shop, fresh, Lines - 1);
            var fifty = await TimeAsync(shop, full, Lines - 1);
            if (round < 0) continue;
            first.Add(one);
            last.Add(fifty);
        }

        var (a, b) = (Interleaved.Median(first), Interleaved.Median(last));
        Console.WriteLine(FormattableString.Invariant($"sale lines: first {a:0} us, line {Lines} {b:0} us"));
        return [new($"p50 of line {Lines} of a sale / of the first", b / a, 1.3)];
    }

    private static async Task<double> TimeAsync(BenchShop shop, SaleId sale, int product)
    {
        var started = Stopwatch.GetTimestamp();
        await shop.AddAsync(sale, product);
        return Stopwatch.GetElapsedTime(started).TotalMicroseconds;
    }
}
