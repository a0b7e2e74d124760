namespace Clinic.Testing.Histories;

/// <summary>One step: what is tried, and numbers that choose among what there is at that moment.</summary>
/// <param name="Act">What is tried.</param>
/// <param name="A">Chooses the first thing, such as the lot.</param>
/// <param name="B">Chooses the amount.</param>
/// <param name="C">Chooses the rest.</param>
/// <param name="Back">0 for now, else how far back among what already happened.</param>
public sealed record HistoryStep(HistoryAct Act, int A, int B, int C, int Back)
{
    public override string ToString() => $"new({nameof(HistoryAct)}.{Act}, {A}, {B}, {C}, {Back})";
}
