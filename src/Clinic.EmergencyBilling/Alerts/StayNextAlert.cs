using Clinic.EmergencyBilling.Stays;
using NodaTime;

namespace Clinic.EmergencyBilling.Alerts;

/// <summary>The alert that a stay comes to next, if nothing else happens in it.</summary>
/// <param name="Stay">The stay.</param>
/// <param name="Code">The code of the rule.</param>
/// <param name="Level">The level.</param>
/// <param name="At">The first second over its threshold.</param>
public sealed record StayNextAlert(StayId Stay, string Code, int Level, Instant At);
