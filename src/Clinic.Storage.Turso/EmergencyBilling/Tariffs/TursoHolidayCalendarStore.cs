using System.Globalization;
using System.Text.Json;
using Clinic.Abstractions;
using Clinic.EmergencyBilling.Tariffs;

namespace Clinic.Storage.Turso.EmergencyBilling.Tariffs;

/// <summary>Versions of the holiday calendars of sites.</summary>
internal sealed class TursoHolidayCalendarStore(ClinicDatabase source) : IHolidayCalendarStore
{
    private const string Select =
        "SELECT c.version, c.name, c.from_date, c.through, c.holidays, c.by_id, c.at, c.reason FROM holiday_calendars c WHERE c.tenant_id = ?1 AND c.site_id = ?2";

    /// <inheritdoc/>
    public async Task<StoredCalendar?> FindAsync(TenantId tenant, SiteId site, int? version, CancellationToken cancellationToken) =>
        (await source.ListAsync(
            $"{Select} AND c.version = coalesce(?3, c.version) ORDER BY c.version DESC LIMIT 1", [tenant.Value, site.Value, version], Read, cancellationToken)
            .ConfigureAwait(false)).FirstOrDefault();

    /// <inheritdoc/>
    public async Task<Page<StoredCalendar>> HistoryAsync(TenantId tenant, SiteId site, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var filter = new Filter(Select, tenant.Value, site.Value);
        if (page.After is { } after) filter.And("c.version <", long.Parse(after, CultureInfo.InvariantCulture));
        var (sql, values) = filter.End("ORDER BY c.version DESC", page.Size + 1);
        var found = await source.ListAsync(sql, values, Read, cancellationToken).ConfigureAwait(false);
        return Paging.Cut(found, page, c => c.Calendar.Version.ToString(CultureInfo.InvariantCulture));
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, StoredCalendar calendar, long bookVersion)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var mine = TursoUnit.Of(unit);
        var site = unit.Context.Site;
        var c = calendar.Calendar;
        TariffBookWrites.Move(mine, site, bookVersion);
        mine.Add(
            """
            INSERT INTO holiday_calendars (tenant_id, site_id, version, name, from_date, through, holidays, by_id, at, reason)
            SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10
            WHERE ?3 = 1 + coalesce((SELECT max(o.version) FROM holiday_calendars o WHERE o.tenant_id = ?1 AND o.site_id = ?2), 0)
            """,
            Guard.OneRow(TariffBooks.FactOf(site)),
            mine.Tenant, site.Value, c.Version, c.Name, c.From, c.Through, JsonSerializer.Serialize(c.Holidays, ClinicJson.Options), calendar.By.Value, calendar.At, calendar.Reason);
    }

    private static StoredCalendar Read(Row r) => new(
        new(r.Text(1), r.Int(0), r.Date(2), r.Date(3), JsonSerializer.Deserialize<List<Holiday>>(r.Text(4), ClinicJson.Options)!),
        r.Id<PersonId>(5), r.Instant(6), r.Text(7));
}
