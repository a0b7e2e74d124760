using Clinic.Abstractions;
using Clinic.EmergencyBilling.Rights;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.EmergencyBilling.Reports;

/// <summary>What was charged, what runs, and who changed what: for cashiers, supervisors, auditors and administrators. Reads only.</summary>
public sealed class StayReports
{
    private readonly IStayReportStore store;
    private readonly IStayStore stays;
    private readonly ITariffSource prices;
    private readonly ISiteDirectory sites;
    private readonly IClock clock;

    internal StayReports(IStayReportStore store, IStayStore stays, ITariffSource prices, ISiteDirectory sites, IClock clock)
    {
        this.store = store;
        this.stays = stays;
        this.prices = prices;
        this.sites = sites;
        this.clock = clock;
    }

    /// <summary>What stays that ended in a period were charged, by the instant of the close; paged.</summary>
    /// <exception cref="EmergencyBillingException">The period is none, or the role is missing.</exception>
    public async Task<ChargeReport> ChargesAsync(CommandContext x, LocalDate from, LocalDate through, PageRequest page, CancellationToken cancellationToken = default)
    {
        var period = StayReportPeriod.Of(from, through, await ZoneAsync(x, cancellationToken).ConfigureAwait(false));
        var found = await store.EndedAsync(x.Tenant, x.Site, period.Start, period.End, page, cancellationToken).ConfigureAwait(false);
        return new(period, new([.. found.Items.Select(ChargeRows.Of)], found.Next));
    }

    /// <summary>The sums over the whole period, per currency and payer; with no page the same.</summary>
    /// <exception cref="EmergencyBillingException">The period is none, or the role is missing.</exception>
    public async Task<ChargeSums> ChargeSumsAsync(CommandContext x, LocalDate from, LocalDate through, CancellationToken cancellationToken = default)
    {
        var period = StayReportPeriod.Of(from, through, await ZoneAsync(x, cancellationToken).ConfigureAwait(false));
        return ChargeSums.Of(await store.FiguresAsync(x.Tenant, x.Site, period.Start, period.End, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The stays whose clock runs or stands still, with what they cost, last registered first; paged.</summary>
    /// <param name="x">Who asks where.</param>
    /// <param name="page">Which part.</param>
    /// <param name="asOf">The moment of the first part, so that all parts speak of one; null for now.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="EmergencyBillingException">The role is missing.</exception>
    public async Task<OpenStayReport> OpenAsync(CommandContext x, PageRequest page, Instant? asOf = null, CancellationToken cancellationToken = default)
    {
        var zone = await ZoneAsync(x, cancellationToken).ConfigureAwait(false);
        var now = asOf ?? clock.GetCurrentInstant();
        var inForce = await prices.ReadAsync(x.Tenant, x.Site, cancellationToken).ConfigureAwait(false);
        var found = await stays.ListAsync(x.Tenant, new() { Site = x.Site, IsOpen = true }, page, cancellationToken).ConfigureAwait(false);
        return new(now, zone, new([.. found.Items.Select(s => OpenStayRows.Of(s, inForce, now))], found.Next));
    }

    /// <summary>Who changed times of stays and prices of tariffs, when and why, before and after; by the instant of recording; paged.</summary>
    /// <param name="x">Who asks where.</param>
    /// <param name="from">The first day; null for no limit.</param>
    /// <param name="through">The last day, included; null for no limit.</param>
    /// <param name="query">Stay, tariff and person; its instants are not asked where days are given.</param>
    /// <param name="page">Which part.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="EmergencyBillingException">The period is none, or the role is missing.</exception>
    public async Task<ChangeReport> ChangesAsync(
        CommandContext x, LocalDate? from, LocalDate? through, ChangeQuery query, PageRequest page, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var zone = await ZoneAsync(x, cancellationToken).ConfigureAwait(false);
        if (from is { } first && through is { } last) _ = StayReportPeriod.Of(first, last, zone);
        var asked = query with
        {
            From = from is { } start ? StayReportPeriod.Of(start, start, zone).Start : query.From,
            Until = through is { } end ? StayReportPeriod.Of(end, end, zone).End : query.Until,
        };
        var found = await store.ChangesAsync(x.Tenant, x.Site, asked, page, cancellationToken).ConfigureAwait(false);
        return new(zone, new([.. found.Items.Select(ChangeRows.Of)], found.Next));
    }

    private async Task<DateTimeZone> ZoneAsync(CommandContext x, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(x);
        var failures = new Failures();
        EmergencyRights.CheckRole(failures, x.Actor, EmergencyAct.ReadReports);
        failures.ThrowIfAny();
        var site = await sites.FindSiteAsync(x.Tenant, x.Site, ct).ConfigureAwait(false) ?? throw new ClinicRuleException(ClinicRules.PlaceUnknown, ("kind", "site"), ("id", x.Site));
        return site.Zone;
    }
}
