using NodaTime;

namespace Clinic.Abstractions;

/// <summary>A place of the clinic with its own zone and currency.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name for people, 1 to 120 characters.</param>
/// <param name="Zone">The zone in which days begin and end here.</param>
/// <param name="Currency">The currency of costs and prices here.</param>
public sealed record Site(SiteId Id, string Name, DateTimeZone Zone, Currency Currency)
{
    /// <summary>The calendar date of an instant at this site.</summary>
    public LocalDate DateOf(Instant instant) => instant.InZone(Zone).Date;
}
