using Clinic.Benchmarks.Gates;
using Clinic.Pharmacy.Issuing;

namespace Clinic.Benchmarks.Storage;

/// <summary>An issue in SQLite against the same statements as prepared raw commands, with the same settings.</summary>
public sealed class IssueCommitGate : IGate
{
    private const int Rounds = 5;

    // Until the compiler has made its last version of what runs.
    private const int WarmUp = 4_000;

    public string Name => "issue commit";

    public IReadOnlyList<GateFigure> Run() => RunAsync().GetAwaiter().GetResult();

    private static async Task<IReadOnlyList<GateFigure>> RunAsync()
    {
        using var ours = await BenchClinic.CreateAsync();
        using var theirs = await BenchClinic.CreateAsync();
        using var raw = new RawIssue(theirs);
        var issuing = ours.Get<StockIssuing>();
        var command = ours.IssueOne();
        // Several rounds, because the disk has good and bad moments that outlast one; the median round counts.
        var ratios = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var samples = await Interleaved.SamplesAsync(round == 0 ? WarmUp : 0, 500, () => issuing.IssueAsync(ours.As(), command), raw.RunAsync);
            Console.WriteLine(FormattableString.Invariant($"issue commit: {Interleaved.Median(samples[0]):0} us, raw {Interleaved.Median(samples[1]):0} us"));
            // Of neighbouring calls, as for the hand-over: a commit takes one of several usual times, and two medians may fall on different ones.
            ratios.Add(Interleaved.Median(samples[0].Zip(samples[1], (o, r) => o / r)));
        }

        return [new("p50 of an issue / same statements raw, median of 5 rounds", Interleaved.Median(ratios), 1.5)];
    }
}
