using Clinic.Abstractions;
using Clinic.Benchmarks.Gates;
using Clinic.Benchmarks.Storage;
using Clinic.Benchmarks.Stores;
using Clinic.Dispensing.Dispensations;
using Clinic.Storage.Turso;
using NodaTime;

namespace Clinic.Benchmarks.Dispensing;

/// <summary>A hand-over of ten lines in SQLite against its own statements as prepared raw commands, with the same settings.</summary>
/// <remarks>
/// Every hand-over is rehearsed on the original database, where its statements are captured with their values. Then, turn by turn, the
/// hand-over runs on one copy of the file and its captured statements on two others, raw and with Dapper; in the end all must hold the same. Once as in
/// production, and once without waiting for the disk at the commit, because a slow disk would hide what we add.
/// </remarks>
public sealed class HandOverCommitGate : IGate
{
    private const int Lines = 10;
    private const int WarmUps = 60;
    private const int Rounds = 200;
    private const double Limit = 1.5;
    private const double DapperLimit = 1;

    private static readonly TursoSynchronous[] Settings = [TursoSynchronous.Full, TursoSynchronous.Normal];

    public string Name => "hand-over commit";

    public IReadOnlyList<GateFigure> Run() => RunAsync().GetAwaiter().GetResult();

    private static async Task<IReadOnlyList<GateFigure>> RunAsync()
    {
        using var folder = new BenchFolder();
        var original = folder.File("original.db");
        var (ready, products, now) = await PrepareAsync(original);
        foreach (var copy in Settings.SelectMany(s => new[] { folder.File($"{s}-ours.db"), folder.File($"{s}-theirs.db"), folder.File($"{s}-dapper.db") })) File.Copy(original, copy);
        var captured = await RehearseAsync(original, now, products[0], ready);
        Console.WriteLine($"hand-over commit: {captured[^1].Count} statements, {captured[^1].Count(s => s.IsRead)} of them SELECT");

        var figures = new List<GateFigure>();
        foreach (var setting in Settings)
        {
            var (ours, theirs, dapper) = (folder.File($"{setting}-ours.db"), folder.File($"{setting}-theirs.db"), folder.File($"{setting}-dapper.db"));
            double[][] samples;
            using (var raw = new RawReplay(theirs, setting, captured))
            using (var plain = new DapperReplay(dapper, setting, captured))
            using (var ward = BenchWard.Open(ours, now, setting))
            {
                var next = 0;
                samples = await Interleaved.SamplesAsync(WarmUps, Rounds, () => ward.HandOverAsync(ready[next++]), raw.RunAsync, plain.RunAsync);
            }

            if (HandOverOutcome.Of(ours) != HandOverOutcome.Of(theirs) || HandOverOutcome.Of(ours) != HandOverOutcome.Of(dapper))
                throw new InvalidOperationException("The statements did not do what the hand-overs did.");
            Console.WriteLine(FormattableString.Invariant(
                $"hand-over commit, synchronous {setting}: {Interleaved.Median(samples[0]):0} us, raw {Interleaved.Median(samples[1]):0} us, Dapper {Interleaved.Median(samples[2]):0} us"));
            figures.Add(new($"p50 of {Lines} lines / same statements raw, synchronous {setting}", RatioOfNeighbours(samples[0], samples[1]), Limit));
            figures.Add(new($"p50 of {Lines} lines / same statements with Dapper, synchronous {setting}", RatioOfNeighbours(samples[0], samples[2]), DapperLimit));
        }

        return figures;
    }

    // A commit takes one of several times, depending on the disk and on who else runs; neighbours meet the same ones, medians may not.
    private static double RatioOfNeighbours(double[] ours, double[] theirs) => Interleaved.Median(ours.Zip(theirs, (o, t) => o / t));

    private static async Task<(IReadOnlyList<DispensationId> Ready, IReadOnlyList<PresentationId> Products, Instant Now)> PrepareAsync(string path)
    {
        using var ward = await BenchWard.CreateAsync(path);
        var products = await ward.ProductsAsync(Lines);
        return (await ward.ReadyAsync(WarmUps + Rounds, 2, products), products, ward.World.Now);
    }

    private static async Task<IReadOnlyList<IReadOnlyList<CapturedStatement>>> RehearseAsync(
        string path, Instant now, PresentationId product, IReadOnlyList<DispensationId> ready)
    {
        using var trace = new StatementTrace();
        using var ward = BenchWard.Open(path, now, TursoSynchronous.Normal);
        await ward.RequestAsync(product);
        trace.Take();
        var captured = new List<IReadOnlyList<CapturedStatement>>();
        foreach (var dispensation in ready)
        {
            await ward.HandOverAsync(dispensation);
            captured.Add(trace.Take());
        }

        return captured;
    }
}
