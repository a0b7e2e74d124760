using Clinic.Abstractions;
using Clinic.EmergencyBilling.Rights;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>Reads tariffs, what changed between versions, and calendars.</summary>
public sealed class TariffInquiries
{
    private readonly ITariffStore tariffs;
    private readonly IHolidayCalendarStore calendars;

    internal TariffInquiries(ITariffStore tariffs, IHolidayCalendarStore calendars)
    {
        this.tariffs = tariffs;
        this.calendars = calendars;
    }

    /// <summary>The tariffs of the site by name, paged.</summary>
    public Task<Page<Tariff>> ListAsync(CommandContext x, PageRequest page, CancellationToken cancellationToken = default)
    {
        Check(x);
        return tariffs.ListAsync(x.Tenant, x.Site, page, cancellationToken);
    }

    /// <summary>One tariff with all its versions.</summary>
    /// <exception cref="EmergencyBillingException">The site has no such tariff.</exception>
    public async Task<Tariff> FindAsync(CommandContext x, TariffId tariff, CancellationToken cancellationToken = default)
    {
        Check(x);
        return await tariffs.FindAsync(x.Tenant, x.Site, tariff, cancellationToken).ConfigureAwait(false)
            ?? throw new EmergencyBillingException(EmergencyBillingRules.TariffUnknown, ("tariff", tariff));
    }

    /// <summary>What was done to a tariff, by whom and why, last first, paged.</summary>
    /// <exception cref="EmergencyBillingException">The site has no such tariff.</exception>
    public async Task<Page<TariffChange>> HistoryAsync(CommandContext x, TariffId tariff, PageRequest page, CancellationToken cancellationToken = default)
    {
        await FindAsync(x, tariff, cancellationToken).ConfigureAwait(false);
        return await tariffs.HistoryAsync(x.Tenant, tariff, page, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Every value in which two versions differ.</summary>
    /// <exception cref="EmergencyBillingException">Tariff or version are unknown.</exception>
    public async Task<IReadOnlyList<TermsDifference>> CompareAsync(CommandContext x, TariffId tariff, int before, int after, CancellationToken cancellationToken = default)
    {
        var found = await FindAsync(x, tariff, cancellationToken).ConfigureAwait(false);
        return TermsComparison.Of(VersionOf(found, before).Terms, VersionOf(found, after).Terms);
    }

    /// <summary>A version of the calendar of the site, the last when none is named.</summary>
    /// <exception cref="EmergencyBillingException">There is none.</exception>
    public async Task<StoredCalendar> CalendarAsync(CommandContext x, int? version, CancellationToken cancellationToken = default)
    {
        Check(x);
        return await calendars.FindAsync(x.Tenant, x.Site, version, cancellationToken).ConfigureAwait(false)
            ?? throw new EmergencyBillingException(EmergencyBillingRules.CalendarUnknown, ("version", version ?? 1));
    }

    /// <summary>All versions of the calendar, last first, paged.</summary>
    public Task<Page<StoredCalendar>> CalendarsAsync(CommandContext x, PageRequest page, CancellationToken cancellationToken = default)
    {
        Check(x);
        return calendars.HistoryAsync(x.Tenant, x.Site, page, cancellationToken);
    }

    internal static TariffVersion VersionOf(Tariff tariff, int number) =>
        tariff.Versions.FirstOrDefault(v => v.Number == number)
        ?? throw new EmergencyBillingException(EmergencyBillingRules.VersionUnknown, ("version", number));

    private static void Check(CommandContext x)
    {
        ArgumentNullException.ThrowIfNull(x);
        var failures = new Failures();
        EmergencyRights.CheckRole(failures, x.Actor, EmergencyAct.ReadTariffs);
        failures.ThrowIfAny();
    }
}
