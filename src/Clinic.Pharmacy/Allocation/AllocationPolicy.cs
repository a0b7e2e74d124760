namespace Clinic.Pharmacy.Allocation;

/// <summary>How lots are chosen.</summary>
/// <param name="Order">Which lot leaves first.</param>
/// <param name="Completeness">What to do when not everything is available.</param>
/// <param name="TieBreak">Which of two equal lots leaves first.</param>
public sealed record AllocationPolicy(
    PickingOrder Order = PickingOrder.Fefo, Completeness Completeness = Completeness.AllOrNothing, TieBreak TieBreak = TieBreak.Age)
{
    /// <summary>First expiry, first out; all or nothing.</summary>
    public static AllocationPolicy Default { get; } = new();
}
