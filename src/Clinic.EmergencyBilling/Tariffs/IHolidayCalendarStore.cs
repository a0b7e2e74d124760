using Clinic.Abstractions;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>Loads and stages the holiday calendars of sites; versions are append-only.</summary>
public interface IHolidayCalendarStore
{
    /// <summary>A version of the calendar of a site, the last when none is named, or null.</summary>
    Task<StoredCalendar?> FindAsync(TenantId tenant, SiteId site, int? version, CancellationToken cancellationToken);

    /// <summary>All versions, last first, paged.</summary>
    Task<Page<StoredCalendar>> HistoryAsync(TenantId tenant, SiteId site, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Stages the next version; conflicts when another was written, or the book of the site moved, since it was read.</summary>
    void Add(IUnit unit, StoredCalendar calendar, long bookVersion);
}
