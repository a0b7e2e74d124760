using FsCheck;
using FsCheck.Fluent;

namespace Clinic.Testing.Wards;

/// <summary>One random step: what, by whom, on which dispensation, with which figures.</summary>
/// <param name="Act">What is tried.</param>
/// <param name="Who">Chooses the actor: mostly one who may, sometimes anybody.</param>
/// <param name="Which">Chooses the dispensation, mostly a late one.</param>
/// <param name="Figure">Chooses quantities and variants.</param>
/// <param name="Again">Whether an accepted command is sent once more.</param>
public sealed record WardStep(WardAct Act, int Who, int Which, int Figure, bool Again);

/// <summary>Generates histories; the acts that lead onwards come more often.</summary>
public static class WardSteps
{
    public static Arbitrary<WardStep[]> UpTo(int longest)
    {
        var act = Gen.Frequency((5, Gen.Constant(WardAct.Onwards)), (2, Gen.Elements(Enum.GetValues<WardAct>())));
        var step =
            from a in act
            from who in Gen.Choose(0, 999)
            from which in Gen.Choose(0, 999)
            from figure in Gen.Choose(0, 9999)
            from again in Gen.Frequency((1, Gen.Constant(true)), (4, Gen.Constant(false)))
            select new WardStep(a, who, which, figure, again);
        return Arb.From(Gen.Choose(1, longest).SelectMany(step.ArrayOf), Shorter);
    }

    /// <summary>The same steps for the same seed.</summary>
    public static WardStep[] Seeded(int seed, int count)
    {
        var random = new Random(seed);
        var acts = Enum.GetValues<WardAct>();
        return
        [
            .. Enumerable.Range(0, count).Select(_ => new WardStep(
                random.Next(7) < 5 ? WardAct.Onwards : acts[random.Next(acts.Length)], random.Next(1000), random.Next(1000), random.Next(10_000), random.Next(5) == 0)),
        ];
    }

    private static IEnumerable<WardStep[]> Shorter(WardStep[] steps)
    {
        for (var take = steps.Length / 2; take >= 1; take /= 2)
        {
            for (var from = 0; from < steps.Length; from += take) yield return [.. steps[..from], .. steps[Math.Min(steps.Length, from + take)..]];
        }
    }
}
