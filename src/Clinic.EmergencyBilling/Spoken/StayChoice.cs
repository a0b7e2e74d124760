using NodaTime;

namespace Clinic.EmergencyBilling.Spoken;

/// <summary>One candidate to choose from: a patient or stay by id, or an instant.</summary>
/// <param name="Id">The id of a patient or stay; null for an instant.</param>
/// <param name="At">The instant; null for a patient or stay.</param>
/// <param name="Text">What the speaker is shown, with the end of the document number or the arrival.</param>
public sealed record StayChoice(Guid? Id, Instant? At, string Text)
{
    /// <summary>The id or nothing; the text may name a patient.</summary>
    public override string ToString() => Id?.ToString("D") ?? nameof(StayChoice);
}
