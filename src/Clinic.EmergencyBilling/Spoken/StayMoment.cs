using Clinic.EmergencyBilling.Stays;
using NodaTime;

namespace Clinic.EmergencyBilling.Spoken;

/// <summary>An instant that a spoken time may mean.</summary>
/// <param name="At">The instant.</param>
/// <param name="Local">The time on the wall clock that was said; null for "so long ago".</param>
internal sealed record StayMoment(Instant At, LocalEntry? Local);
