using System.Data.Common;
using Clinic.Benchmarks.Gates;
using Clinic.Benchmarks.Storage;

namespace Clinic.Benchmarks.Surface;

/// <summary>The ADO.NET surface on a file beside Microsoft.Data.Sqlite, both plain and under Dapper, with the same settings.</summary>
public sealed class SurfaceGate : IGate
{
    private const double Plain = 1.15;
    private const double WithDapper = 1.05;

    public string Name => "surface";

    public IReadOnlyList<GateFigure> Run() => RunAsync().GetAwaiter().GetResult();

    private static async Task<IReadOnlyList<GateFigure>> RunAsync()
    {
        using var bench = new SurfaceBench();
        return
        [
            await CompareAsync("insert", 200, 2000, SurfaceWork.Insert, bench, Plain),
            await CompareAsync("100,000 inserts in one transaction", 1, 7, SurfaceWork.InsertMany, bench, Plain),
            await CompareAsync("point read", 500, 5000, SurfaceWork.Point, bench, Plain),
            await CompareAsync("10,000-row read", 5, 60, SurfaceWork.Rows, bench, Plain),
            await CompareAsync("insert, Dapper", 200, 2000, SurfaceWork.DapperInsert, bench, WithDapper),
            await CompareAsync("100,000 inserts in one transaction, Dapper", 1, 5, SurfaceWork.DapperInsertMany, bench, WithDapper),
            await CompareAsync("point read, Dapper", 500, 5000, SurfaceWork.DapperPoint, bench, WithDapper),
            await CompareAsync("10,000-row read, Dapper", 5, 60, SurfaceWork.DapperRows, bench, WithDapper),
        ];
    }

    private static async Task<GateFigure> CompareAsync(string name, int warm, int rounds, Func<DbConnection, Action> work, SurfaceBench bench, double limit)
    {
        var (ours, theirs) = (work(bench.Ours), work(bench.Theirs));
        var medians = await Interleaved.MediansAsync(warm, rounds, Once(ours), Once(theirs));
        Console.WriteLine(FormattableString.Invariant($"surface, {name}: {medians[0]:0.0} us, Microsoft.Data.Sqlite {medians[1]:0.0} us"));
        return new GateFigure($"{name} / Microsoft.Data.Sqlite", medians[0] / medians[1], limit);
    }

    private static Func<Task> Once(Action action) => () =>
    {
        action();
        return Task.CompletedTask;
    };
}
