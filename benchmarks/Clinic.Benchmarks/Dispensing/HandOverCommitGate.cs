using Clinic.Abstractions;
using Clinic.Benchmarks.Gates;
using Clinic.Benchmarks.Storage;
using Clinic.Dispensing.Dispensations;
using Clinic.Storage.Turso;
using NodaTime;

namespace Clinic.Benchmarks.Dispensing;

/// <summary>A hand-over of ten lines in SQLite against its own statements as prepared raw commands, with the same settings.</summary>
/// <remarks>
/// Every hand-over is rehearsed on the original database, where its statements are captured with their values. Then, turn by turn, the
/// hand-over runs on one copy of the file and its captured statements on another; in the end both must hold the same.
/// </remarks>
public sealed class HandOverCommitGate : IGate
{
    private const int Lines = 10;
    private const int WarmUps = 100;
    private const int Rounds = 250;

    public string Name => "hand-over commit";

    public IReadOnlyList<GateFigure> Run() => RunAsync().GetAwaiter().GetResult();

    private static async Task<IReadOnlyList<GateFigure>> RunAsync()
    {
        using var folder = new BenchFolder();
        var original = folder.File("original.db");
        var (ready, product, now) = await PrepareAsync(original);
        var figures = new List<GateFigure>();
        foreach (var synchronous in new[] { TursoSynchronous.Full, TursoSynchronous.Normal })
        {
            File.Copy(original, folder.File($"{synchronous}-ours.db"));
            File.Copy(original, folder.File($"{synchronous}-theirs.db"));
        }

        var captured = await RehearseAsync(original, now, product, ready);
        foreach (var synchronous in new[] { TursoSynchronous.Full, TursoSynchronous.Normal })
        {
            var ratio = await CompareAsync(folder.File($"{synchronous}-ours.db"), folder.File($"{synchronous}-theirs.db"), synchronous, now, ready, captured);
            figures.Add(new($"p50 of a hand-over of {Lines} lines / same statements raw, synchronous {synchronous}", ratio, 1.5));
        }

        return figures;
    }

    private static async Task<double> CompareAsync(
        string ours, string theirs, TursoSynchronous synchronous, Instant now, IReadOnlyList<DispensationId> ready,
        IReadOnlyList<IReadOnlyList<CapturedStatement>> captured)
    {
        double[] medians;
        using (var raw = new RawReplay(theirs, synchronous, captured))
        using (var ward = BenchWard.Open(ours, now, synchronous))
        {
            var next = 0;
            medians = await Interleaved.MediansAsync(WarmUps, Rounds, () => ward.HandOverAsync(ready[next++]), raw.RunAsync);
        }

        if (HandOverOutcome.Of(ours) != HandOverOutcome.Of(theirs)) throw new InvalidOperationException("The raw commands did not do what the hand-overs did.");
        Console.WriteLine(FormattableString.Invariant(
            $"hand-over commit, {synchronous}: {medians[0]:0} us, raw {medians[1]:0} us; {captured[^1].Count} statements, {captured[^1].Count(s => s.IsRead)} of them SELECT"));
        return medians[0] / medians[1];
    }

    private static async Task<(IReadOnlyList<DispensationId> Ready, PresentationId Product, Instant Now)> PrepareAsync(string path)
    {
        using var ward = await BenchWard.CreateAsync(path);
        var products = await ward.ProductsAsync(Lines);
        return (await ward.ReadyAsync(WarmUps + Rounds, 2, products), products[0], ward.World.Now);
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
