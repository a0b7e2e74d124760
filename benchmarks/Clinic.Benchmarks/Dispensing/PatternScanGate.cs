using System.Diagnostics;
using Clinic.Benchmarks.Gates;
using Clinic.Dispensing.Patterns;
using NodaTime;

namespace Clinic.Benchmarks.Dispensing;

/// <summary>The pattern scan of a hospital-year: ten times the rows take about ten times as long, and hardly more memory.</summary>
public sealed class PatternScanGate : IGate
{
    private const int Fewer = 400_000;
    private const int More = 4_000_000;

    public string Name => "pattern scan";

    public IReadOnlyList<GateFigure> Run()
    {
        Scan(Fewer);
        var fewer = Enumerable.Range(0, 3).Select(_ => Scan(Fewer)).MinBy(m => m.Seconds);
        var more = Scan(More);
        Console.WriteLine(FormattableString.Invariant(
            $"pattern scan: {fewer.Seconds:0.00} s and {fewer.Bytes / 1e6:0} MB of {Fewer} rows, {more.Seconds:0.00} s and {more.Bytes / 1e6:0} MB of {More} in {more.Cells} combinations"));
        return
        [
            new($"time of {More} / of {Fewer} rows", more.Seconds / fewer.Seconds, 12),
            new($"bytes kept of {More} / of {Fewer} rows", (double)more.Bytes / fewer.Bytes, 3),
        ];
    }

    // The rows cost time of their own, on both sides alike; they are not kept.
    private static (double Seconds, long Bytes, int Cells) Scan(int rows)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var started = Stopwatch.GetTimestamp();
        var scan = new LossScan(ShiftPlan.Default, DateTimeZoneProviders.Tzdb["America/Guayaquil"], new());
        foreach (var row in LossRows.Of(rows)) scan.Add(row);
        var findings = scan.Find();
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        if (scan.Rows != rows || findings.Patterns.Count > 3) throw new InvalidOperationException($"{scan.Rows} rows were read and {findings.Patterns.Count} patterns found where none was planted.");
        GC.KeepAlive(scan);
        return (seconds, bytes, scan.Combinations);
    }
}
