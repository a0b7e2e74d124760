using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Inquiries;

/// <summary>Answers what is there, what was there, and where it went; changes nothing.</summary>
public sealed class StockInquiries(
    IStockStore stock, IMovementStore movements, ILotStore lots, IPresentationStore presentations, ISiteDirectory sites, IClock clock)
{
    /// <summary>Stock now: on hand, reserved, available and value per lot and location.</summary>
    public Task<Page<LotStock>> NowAsync(TenantId tenant, StockQuery query, PageRequest page, CancellationToken cancellationToken = default) =>
        stock.ListAsync(tenant, query, page, cancellationToken);

    /// <summary>Stock and value as of an instant, optionally as known at another; every currency apart.</summary>
    /// <exception cref="PharmacyException">The instant lies in the future.</exception>
    public async Task<StockAsOf> AsOfAsync(TenantId tenant, AsOfQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var now = clock.GetCurrentInstant();
        if (query.At > now) throw new PharmacyException(PharmacyRules.TimeInFuture, ("asked", query.At), ("now", now));
        var lines = await movements.AsOfAsync(tenant, query, cancellationToken).ConfigureAwait(false);
        var values = lines.GroupBy(l => l.UnitCost.Currency).Select(g => new Money(g.Sum(l => l.Value.Amount), g.Key)).OrderBy(m => m.Currency.Code, StringComparer.Ordinal);
        return new(query.At, query.KnownAt, lines, [.. values]);
    }

    /// <summary>The ledger, last first.</summary>
    public Task<Page<StockMovement>> MovementsAsync(TenantId tenant, MovementQuery query, PageRequest page, CancellationToken cancellationToken = default) =>
        movements.ListAsync(tenant, query, page, cancellationToken);

    /// <summary>Lots by expiration, with whether each may be used today at the site that received it.</summary>
    public async Task<Page<LotView>> LotsAsync(TenantId tenant, LotQuery query, PageRequest page, CancellationToken cancellationToken = default)
    {
        var found = await lots.ListAsync(tenant, query, page, cancellationToken).ConfigureAwait(false);
        var zones = (await sites.SitesAsync(tenant, cancellationToken).ConfigureAwait(false)).ToDictionary(s => s.Id);
        var now = clock.GetCurrentInstant();
        return new([.. found.Items.Select(l => new LotView(l, l.IsExpiredOn(TodayOf(l, zones, now))))], found.Next);
    }

    /// <summary>One lot, with whether it may be used today at the site that received it.</summary>
    /// <exception cref="PharmacyException">The lot is unknown.</exception>
    public async Task<LotView> LotAsync(TenantId tenant, LotId lot, CancellationToken cancellationToken = default)
    {
        var found = await lots.FindAsync(tenant, lot, cancellationToken).ConfigureAwait(false)
            ?? throw new PharmacyException(PharmacyRules.LotUnknown, ("lot", lot));
        var site = await sites.FindSiteAsync(tenant, found.ToSnapshot().Site, cancellationToken).ConfigureAwait(false);
        var now = clock.GetCurrentInstant();
        return new(found, found.IsExpiredOn(site?.DateOf(now) ?? now.InUtc().Date));
    }

    /// <summary>Who received a manufacturer's lot number, on every receipt of it, last first.</summary>
    /// <exception cref="PharmacyException">The number is unknown.</exception>
    public async Task<IReadOnlyList<StockMovement>> RecipientsAsync(
        TenantId tenant, PresentationId presentation, LotNumber number, CancellationToken cancellationToken = default)
    {
        var all = await lots.ByNumberAsync(tenant, presentation, number, cancellationToken).ConfigureAwait(false);
        if (all.Count == 0) throw new PharmacyException(PharmacyRules.LotUnknown, ("lot", number));
        var issued = new List<StockMovement>();
        foreach (var lot in all)
        {
            await foreach (var m in Pages.AllAsync(p => movements.ListAsync(tenant, new MovementQuery { Lot = lot.Id, Kind = MovementKind.Issue }, p, cancellationToken)).ConfigureAwait(false))
                issued.Add(m);
        }

        // A mistake that was taken back reached nobody.
        var taken = issued.Where(m => m.Reverses is not null).Select(m => m.Reverses!.Value).ToHashSet();
        return [.. issued.Where(m => m.Reverses is null && !taken.Contains(m.Id)).OrderByDescending(m => m, Comparer<StockMovement>.Create(StockProjection.Compare))];
    }

    /// <summary>Every balance that does not equal the sum of its movements; there must be none.</summary>
    public Task<IReadOnlyList<LedgerDifference>> VerifyAsync(TenantId tenant, CancellationToken cancellationToken = default) =>
        movements.DifferencesAsync(tenant, cancellationToken);

    /// <summary>A presentation of a code or id text.</summary>
    /// <exception cref="PharmacyException">There is none.</exception>
    public async Task<Presentation> PresentationAsync(TenantId tenant, string codeOrId, CancellationToken cancellationToken = default)
    {
        var found = PresentationId.TryParse(codeOrId, out var id)
            ? await presentations.FindAsync(tenant, id, cancellationToken).ConfigureAwait(false)
            : await presentations.FindByCodeAsync(tenant, codeOrId, cancellationToken).ConfigureAwait(false);
        return found ?? throw new PharmacyException(PharmacyRules.PresentationUnknown, ("presentation", codeOrId));
    }

    private static LocalDate TodayOf(Lot lot, Dictionary<SiteId, Site> sites, Instant now) =>
        sites.TryGetValue(lot.ToSnapshot().Site, out var site) ? site.DateOf(now) : now.InUtc().Date;
}
