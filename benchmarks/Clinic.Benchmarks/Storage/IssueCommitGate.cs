using Clinic.Benchmarks.Gates;
using Clinic.Pharmacy.Issuing;

namespace Clinic.Benchmarks.Storage;

/// <summary>An issue in SQLite against the same statements as prepared raw commands, with the same settings.</summary>
public sealed class IssueCommitGate : IGate
{
    public string Name => "issue commit";

    public IReadOnlyList<GateFigure> Run() => RunAsync().GetAwaiter().GetResult();

    private static async Task<IReadOnlyList<GateFigure>> RunAsync()
    {
        using var ours = await BenchClinic.CreateAsync();
        using var theirs = await BenchClinic.CreateAsync();
        using var raw = new RawIssue(theirs);
        var issuing = ours.Get<StockIssuing>();
        var command = ours.IssueOne();
        var samples = await Interleaved.SamplesAsync(300, 1_000, () => issuing.IssueAsync(ours.As(), command), raw.RunAsync);
        Console.WriteLine(FormattableString.Invariant($"issue commit: {Interleaved.Median(samples[0]):0} us, raw {Interleaved.Median(samples[1]):0} us"));
        // Of neighbouring calls, as for the hand-over: a commit takes one of several usual times, and two medians may fall on different ones.
        return [new("p50 of an issue / same statements raw", Interleaved.Median(samples[0].Zip(samples[1], (o, r) => o / r)), 1.5)];
    }
}
