using Clinic.Testing.Losses;

namespace Clinic.Dispensing.Tests.Patterns;

/// <summary>How many planted cases are found, and how many flags point at nothing, over 200 hospitals with a case and 200 without.</summary>
public class SimulatedHospitalTests(ITestOutputHelper output)
{
    private const int Hospitals = 200;

    [Fact]
    public void Scan_Over200HospitalsWithACaseAnd200Without_FindsThemAndLittleElse()
    {
        var kinds = Enum.GetValues<PlantedKind>();
        var planted = new (PlantedKind Kind, bool Found, int Right, int Wrong)[Hospitals];
        var clean = new int[Hospitals];
        Parallel.For(0, Hospitals, i =>
        {
            var hospital = SimulatedHospital.Of(1_000 + i, kinds[i % kinds.Length]);
            var patterns = hospital.Scan();
            var right = patterns.Count(hospital.Planted!.IsNamedBy);
            planted[i] = (hospital.Planted.Kind, right > 0, right, patterns.Count - right);
            clean[i] = SimulatedHospital.Of(5_000 + i, null).Scan().Count;
        });

        output.WriteLine("| Planted | Hospitals | Found | Recall | Wrong flags |");
        output.WriteLine("|---|---|---|---|---|");
        foreach (var kind in planted.GroupBy(p => p.Kind))
            output.WriteLine(FormattableString.Invariant($"| {kind.Key} | {kind.Count()} | {kind.Count(p => p.Found)} | {kind.Average(p => p.Found ? 1.0 : 0):0.000} | {kind.Sum(p => p.Wrong)} |"));
        output.WriteLine(FormattableString.Invariant($"| nothing | {Hospitals} | - | - | {clean.Sum()} |"));
        var recall = planted.Count(p => p.Found) / (double)Hospitals;
        var precision = planted.Sum(p => p.Right) / (double)(planted.Sum(p => p.Right + p.Wrong) + clean.Sum());
        output.WriteLine(FormattableString.Invariant($"recall {recall:0.000}, precision {precision:0.000}"));
        Assert.True(recall >= 0.95, $"recall {recall}");
        Assert.True(precision >= 0.90, $"precision {precision}");
    }
}
