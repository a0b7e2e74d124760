namespace Clinic.EmergencyBilling.Spoken;

/// <summary>A part of the sentence that is not certain, with what it may mean.</summary>
/// <param name="Slot">The part.</param>
/// <param name="Choices">What it may mean, best first; empty when it must be said again.</param>
public sealed record StayDoubt(StaySlot Slot, IReadOnlyList<StayChoice> Choices)
{
    /// <summary>The part only.</summary>
    public override string ToString() => Slot.ToString();
}
