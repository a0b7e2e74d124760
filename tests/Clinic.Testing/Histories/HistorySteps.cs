using FsCheck;
using FsCheck.Fluent;

namespace Clinic.Testing.Histories;

/// <summary>Random histories; a failing one shrinks to few steps with small numbers.</summary>
public static class HistorySteps
{
    private static readonly (int Weight, HistoryAct Act)[] Acts =
    [
        (10, HistoryAct.Receive), (6, HistoryAct.Issue), (2, HistoryAct.IssueLot), (3, HistoryAct.IssueReserved), (3, HistoryAct.Return),
        (3, HistoryAct.Waste), (3, HistoryAct.Adjust), (3, HistoryAct.Count), (3, HistoryAct.Dispatch), (4, HistoryAct.Arrive),
        (2, HistoryAct.WriteOff), (2, HistoryAct.Move), (4, HistoryAct.Reserve), (1, HistoryAct.Release), (1, HistoryAct.Expire),
        (8, HistoryAct.Reverse), (1, HistoryAct.Recall), (1, HistoryAct.ChangeStatus), (1, HistoryAct.Wait), (2, HistoryAct.Repeat),
    ];

    private static Gen<HistoryStep> Step =>
        from act in Gen.Frequency(Acts.Select(a => (a.Weight, Gen.Constant(a.Act))))
        from a in Gen.Choose(0, 60)
        from b in Gen.Choose(0, 60)
        from c in Gen.Choose(0, 60)
        from back in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 12)))
        select new HistoryStep(act, a, b, c, back);

    /// <summary>Histories that begin with two receipts and go on with up to so many steps.</summary>
    public static Arbitrary<HistoryStep[]> UpTo(int most)
    {
        var histories =
            from count in Gen.Choose(1, most)
            from steps in Step.ArrayOf(count)
            select (HistoryStep[])[new(HistoryAct.Receive, 0, 20, 0, 0), new(HistoryAct.Receive, 1, 20, 7, 0), .. steps];
        return Arb.From(histories, Shrink);
    }

    private static IEnumerable<HistoryStep[]> Shrink(HistoryStep[] steps)
    {
        for (var chunk = steps.Length / 2; chunk > 0; chunk /= 2)
        {
            for (var at = 0; at + chunk <= steps.Length; at += chunk) yield return [.. steps[..at], .. steps[(at + chunk)..]];
        }

        for (var i = 0; i < steps.Length; i++)
        {
            foreach (var smaller in Smaller(steps[i])) yield return [.. steps[..i], smaller, .. steps[(i + 1)..]];
        }
    }

    private static IEnumerable<HistoryStep> Smaller(HistoryStep step)
    {
        if (step.Back > 0) yield return step with { Back = 0 };
        if (step.A > 0) yield return step with { A = 0 };
        if (step.B > 1) yield return step with { B = step.B / 2 };
        if (step.C > 0) yield return step with { C = 0 };
    }
}
