using Clinic.Abstractions;
using Clinic.EmergencyBilling.Explaining;
using Clinic.EmergencyBilling.Rating;
using Clinic.EmergencyBilling.Rights;
using Clinic.EmergencyBilling.Statements;
using Clinic.EmergencyBilling.Stays;
using NodaTime;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>Prices a stay under a tariff before it is published; nothing is stored.</summary>
public sealed class TariffSimulator
{
    private readonly ITariffSource source;
    private readonly ITariffStore tariffs;
    private readonly IStayStore stays;
    private readonly ISiteDirectory sites;
    private readonly IIdGenerator ids;
    private readonly IClock clock;

    internal TariffSimulator(ITariffSource source, ITariffStore tariffs, IStayStore stays, ISiteDirectory sites, IIdGenerator ids, IClock clock)
    {
        this.source = source;
        this.tariffs = tariffs;
        this.stays = stays;
        this.sites = sites;
        this.ids = ids;
        this.clock = clock;
    }

    /// <summary>What a stay would cost.</summary>
    /// <param name="x">Who asks, at which site.</param>
    /// <param name="asked">The stay and the prices.</param>
    /// <param name="language">The language of the words; anything but <c>es</c> reads English.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    /// <exception cref="EmergencyBillingException">Stay, tariff or version are unknown, times or terms malformed, or nothing is in force.</exception>
    public async Task<Simulation> SimulateAsync(CommandContext x, SimulateStay asked, string language, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(asked);
        var failures = new Failures();
        EmergencyRights.CheckRole(failures, x.Actor, EmergencyAct.ReadTariffs);
        failures.Field("times", (asked.Stay is null) != (asked.Times is null), "both or neither", "either stay or times");
        failures.Field("terms", asked.Terms is null || asked.Tariff is null, "both", "either tariff or terms, or neither");
        var site = await sites.FindSiteAsync(x.Tenant, x.Site, cancellationToken).ConfigureAwait(false)
            ?? throw new ClinicRuleException(ClinicRules.PlaceUnknown, ("kind", "site"), ("id", x.Site));
        failures.ThrowIfAny();
        var now = clock.GetCurrentInstant();
        var timeline = asked.Stay is { } stay ? await TimelineAsync(x, stay, cancellationToken).ConfigureAwait(false) : Timeline(asked.Times!, site);
        var prices = await source.ReadAsync(x.Tenant, x.Site, cancellationToken).ConfigureAwait(false);
        var version = asked.Terms is { } terms
            ? Tariff.Create(ids.Next<TariffId>(), "Simulación", TariffKey.Base, site.Currency)
                .Draft(terms, Instant.FromUnixTimeSeconds(timeline.Start.ToUnixTimeSeconds()), x.Actor.Person, now, "simulation").Versions[0]
            : await StoredAsync(x, asked, cancellationToken).ConfigureAwait(false);
        var inForce = InForce(timeline, prices, site, now);
        var figures = version is null
            ? Rate(timeline, prices.Book, prices.Holidays, site, now)
            : Rate(timeline, TariffBook.Simulating(version), prices.Holidays, site, now);
        var proposed = ChargeStatement.Of(figures, StatementKind.Preview);
        decimal? difference = inForce?.Currency == proposed.Currency ? proposed.Total - inForce.Total : null;
        return new(proposed, StatementWords.Explain(figures, site.Zone, language), inForce, difference);
    }

    private static ChargeStatement? InForce(StayTimeline timeline, TariffsInForce prices, Site site, Instant now)
    {
        try
        {
            return ChargeStatement.Of(Rate(timeline, prices.Book, prices.Holidays, site, now), StatementKind.Preview);
        }
        catch (EmergencyBillingException e) when (e.Code == EmergencyBillingRules.NoTariffInForce)
        {
            return null;
        }
    }

    private static Statement Rate(StayTimeline timeline, TariffBook book, HolidayCalendar? holidays, Site site, Instant now) =>
        StayRater.Rate(new(timeline, book, holidays, site.Zone, DateTimeZoneProviders.Tzdb.VersionId, now));

    private static StayTimeline Timeline(SimulatedTimes times, Site site)
    {
        var failures = new Failures();
        var (start, end) = (At(times.Start), At(times.End));
        var pauses = (times.Pauses ?? []).Select(p => (From: At(p.Start), To: At(p.End))).ToList();
        failures.Field("pauses", pauses.Count <= 200, pauses.Count, "at most 200");
        failures.OptionalText("payer", times.Payer, 60);
        failures.OptionalText("serviceLine", times.ServiceLine, 60);
        failures.ThrowIfAny();
        return new(
            start!.Value, end, [new(start.Value, times.Payer, times.ServiceLine, times.Acuity)], [.. pauses.Select(p => new StayInterval(p.From!.Value, p.To))]);

        Instant? At(LocalEntry entry) => LocalTimes.Resolve(failures, site.Zone, DateTimeZoneProviders.Tzdb.VersionId, entry)?.At;
    }

    private async Task<StayTimeline> TimelineAsync(CommandContext x, StayId id, CancellationToken ct)
    {
        var found = await stays.FindAsync(x.Tenant, id, ct).ConfigureAwait(false);
        if (found is null || found.Site != x.Site) throw new EmergencyBillingException(EmergencyBillingRules.StayUnknown, ("stay", id));
        return found.ToTimeline();
    }

    private async Task<TariffVersion?> StoredAsync(CommandContext x, SimulateStay asked, CancellationToken ct)
    {
        if (asked.Tariff is not { } id) return null;
        var tariff = await tariffs.FindAsync(x.Tenant, x.Site, id, ct).ConfigureAwait(false)
            ?? throw new EmergencyBillingException(EmergencyBillingRules.TariffUnknown, ("tariff", id));
        return TariffInquiries.VersionOf(tariff, asked.Number ?? tariff.Versions.Count);
    }
}
