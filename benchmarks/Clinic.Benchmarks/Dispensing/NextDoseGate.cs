using Clinic.Benchmarks.Gates;
using Clinic.Benchmarks.Storage;

namespace Clinic.Benchmarks.Dispensing;

/// <summary>A dose on an open dispensation in SQLite costs the same after a thousand doses as on a fresh one.</summary>
public sealed class NextDoseGate : IGate
{
    private const int Doses = 1_000;
    private const int WarmUps = 100;
    private const int Rounds = 300;

    public string Name => "next dose";

    public IReadOnlyList<GateFigure> Run() => RunAsync().GetAwaiter().GetResult();

    private static async Task<IReadOnlyList<GateFigure>> RunAsync()
    {
        using var folder = new BenchFolder();
        using var ward = await BenchWard.CreateAsync(folder.File("clinic.db"));

        // The first dose is given once per dispensation, so each round takes a fresh one.
        var fresh = await ward.ReadyAsync(WarmUps + Rounds + 1, 2 * Doses, ward.World.Tablet);
        foreach (var dispensation in fresh) await ward.HandOverAsync(dispensation);
        for (var i = 0; i < Doses; i++) await ward.DoseAsync(fresh[0]);

        var next = 0;
        var medians = await Interleaved.MediansAsync(WarmUps, Rounds, () => ward.DoseAsync(fresh[++next]), () => ward.DoseAsync(fresh[0]));
        Console.WriteLine(FormattableString.Invariant($"next dose: first {medians[0]:0} us, after {Doses} doses {medians[1]:0} us"));
        return [new($"p50 of a dose after {Doses} doses / of the first", medians[1] / medians[0], 1.5)];
    }
}
