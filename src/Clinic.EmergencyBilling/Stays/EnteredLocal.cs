using NodaTime;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>How a typed local time became an instant; kept, and never resolved again.</summary>
/// <param name="Local">What was typed.</param>
/// <param name="Choice">What was chosen for times in a change of the clock.</param>
/// <param name="Offset">The offset by which the instant was found.</param>
/// <param name="Zone">The zone, as an IANA name.</param>
/// <param name="TzdbVersion">The version of the time zone data.</param>
public sealed record EnteredLocal(LocalDateTime Local, LocalChoice Choice, Offset Offset, string Zone, string TzdbVersion);
