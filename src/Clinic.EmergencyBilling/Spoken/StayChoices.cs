using Clinic.Abstractions;
using Clinic.EmergencyBilling.Stays;
using NodaTime;

namespace Clinic.EmergencyBilling.Spoken;

/// <summary>What the speaker chose among offered candidates, or answered to what was missing.</summary>
/// <param name="Patient">The patient; stands in place of the name said.</param>
/// <param name="Stay">One of the patient's open stays; anything else is not taken.</param>
/// <param name="At">One of the offered instants; anything else is not taken.</param>
/// <param name="Pause">Why the clock stands still; stands in place of the reason said.</param>
/// <param name="Reason">The reason in words; stands in place of the one said.</param>
/// <param name="Disposition">Where the patient goes; stands in place of what was said.</param>
public sealed record StayChoices(
    PatientId? Patient = null, StayId? Stay = null, Instant? At = null, PauseKind? Pause = null, string? Reason = null, Disposition? Disposition = null)
{
    internal static StayChoices None { get; } = new();

    /// <summary>The name of the type only.</summary>
    public override string ToString() => nameof(StayChoices);
}
