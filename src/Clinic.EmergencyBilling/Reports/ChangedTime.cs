using NodaTime;

namespace Clinic.EmergencyBilling.Reports;

/// <summary>A time of a stay, as an instant and on the wall clock of its site.</summary>
/// <param name="At">The instant; the beginning, of time taken out.</param>
/// <param name="Local">The same on the wall clock.</param>
/// <param name="Until">The end of time taken out; else null.</param>
/// <param name="UntilLocal">The same on the wall clock.</param>
public sealed record ChangedTime(Instant At, LocalDateTime Local, Instant? Until, LocalDateTime? UntilLocal)
{
    internal static ChangedTime Of(Instant at, Instant? until, DateTimeZone zone) => new(at, at.InZone(zone).LocalDateTime, until, until?.InZone(zone).LocalDateTime);
}
