using System.Collections.Concurrent;
using Clinic.Abstractions;
using Microsoft.Extensions.Options;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>The prices of a site from the stores; kept until the book of the site moves, because a prepared version is costly.</summary>
internal sealed class StoredTariffs(ITariffStore tariffs, IHolidayCalendarStore calendars, IOptions<EmergencyBillingOptions> options) : ITariffSource
{
    // A clinic has a handful of sites; a host of many clinics forgets and reads again.
    private const int MostKept = 200;

    private readonly ConcurrentDictionary<(TenantId, SiteId), (long Version, TariffsInForce Prices)> kept = new();

    public async Task<TariffsInForce> ReadAsync(TenantId tenant, SiteId site, CancellationToken cancellationToken)
    {
        var version = await tariffs.BookVersionAsync(tenant, site, cancellationToken).ConfigureAwait(false);
        if (kept.TryGetValue((tenant, site), out var known) && known.Version == version) return known.Prices;
        // Read after the version: a change in between makes the fact too old, so the commit is tried again and never priced wrong.
        var all = await tariffs.AllAsync(tenant, site, cancellationToken).ConfigureAwait(false);
        var calendar = await calendars.FindAsync(tenant, site, null, cancellationToken).ConfigureAwait(false);
        var prices = new TariffsInForce(TariffBook.Of(all, options.Value.Specificity()), calendar?.Calendar, [(TariffBooks.FactOf(site), version)]);
        if (kept.Count >= MostKept) kept.Clear();
        kept[(tenant, site)] = (version, prices);
        return prices;
    }
}
