using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.EmergencyBilling.Rating;

/// <summary>Everything a statement follows from; nothing else is read.</summary>
/// <param name="Stay">The effective intervals of the stay.</param>
/// <param name="Tariffs">The tariffs that may price it.</param>
/// <param name="Holidays">The calendar; null when no price asks about holidays.</param>
/// <param name="Zone">The zone of the site.</param>
/// <param name="TzdbVersion">The version of the time zone data that the zone came from.</param>
/// <param name="Now">The end of a stay that is still open.</param>
public sealed record RatingRequest(
    StayTimeline Stay, TariffBook Tariffs, HolidayCalendar? Holidays, DateTimeZone Zone, string TzdbVersion, Instant Now);
