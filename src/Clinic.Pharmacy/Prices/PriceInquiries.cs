using Clinic.Abstractions;
using Clinic.Pharmacy.Allocation;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Rights;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Prices;

/// <summary>Answers what something costs its buyer and why; costs only to those who may see them. Changes nothing.</summary>
public sealed class PriceInquiries(
    IPriceListStore lists, ISpecialPriceStore specials, ITaxGroupStore taxes, IPresentationStore presentations, IStockStore stock, ISiteDirectory sites, IClock clock)
{
    /// <summary>The price of something with its explanation.</summary>
    /// <exception cref="PharmacyException">No price is in force, or the stock of the location is short.</exception>
    public async Task<PriceQuote> QuoteAsync(TenantId tenant, Actor reader, PriceInquiry inquiry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(inquiry);
        var site = await SiteAsync(tenant, inquiry.Site, cancellationToken).ConfigureAwait(false);
        var on = inquiry.On ?? site.DateOf(clock.GetCurrentInstant());
        var presentation = await PresentationAsync(tenant, inquiry.Presentation, cancellationToken).ConfigureAwait(false);
        var lots = inquiry.Location is { } from ? await LotsAsync(tenant, site, presentation, inquiry.Quantity, from, cancellationToken).ConfigureAwait(false) : null;
        var prices = await InForceAsync(tenant, site.Id, on, inquiry.Segment, inquiry.Patient, presentation.Id, cancellationToken).ConfigureAwait(false);
        var quote = PriceQuoter.Quote(new(presentation, inquiry.Quantity, inquiry.Segment, inquiry.Currency ?? site.Currency, inquiry.Patient, lots), prices);
        return SeesCosts(reader) ? quote : quote.WithoutCosts();
    }

    /// <summary>Everything that may price a presentation for a buyer on a date; what the quoter takes.</summary>
    public async Task<PricesInForce> InForceAsync(
        TenantId tenant, SiteId site, LocalDate on, PriceSegment segment, PatientId? patient, PresentationId presentation, CancellationToken cancellationToken = default) =>
        new(
            site, on,
            await lists.InForceAsync(tenant, site, segment, on, presentation, cancellationToken).ConfigureAwait(false),
            await specials.InForceAsync(tenant, site, segment, patient, on, presentation, cancellationToken).ConfigureAwait(false),
            await taxes.ListAsync(tenant, cancellationToken).ConfigureAwait(false));

    /// <summary>A version of a list with its prices, the last one when none is named; rules over cost only for those who see costs.</summary>
    /// <exception cref="PharmacyException">There is none.</exception>
    public async Task<PriceListSnapshot> ListAsync(TenantId tenant, Actor reader, PriceListId list, long? version = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var found = (await lists.FindAsync(tenant, list, version, cancellationToken).ConfigureAwait(false)
            ?? throw new PharmacyException(PharmacyRules.PriceListUnknown, ("list", list))).ToSnapshot();
        return SeesCosts(reader) ? found : found with { Entries = [.. found.Entries.Select(e => e.Rule.NeedsCost() ? e with { Rule = e.Rule with { Value = 0 } } : e)] };
    }

    /// <summary>The last versions of lists by code, without prices.</summary>
    public Task<Page<PriceList>> ListsAsync(TenantId tenant, PriceListQuery query, PageRequest page, CancellationToken cancellationToken = default) =>
        lists.ListAsync(tenant, query, page, cancellationToken);

    /// <summary>The versions of a list, last first: who changed it, when, why, and who approved.</summary>
    public Task<Page<PriceList>> HistoryAsync(TenantId tenant, PriceListId list, PageRequest page, CancellationToken cancellationToken = default) =>
        lists.HistoryAsync(tenant, list, page, cancellationToken);

    /// <summary>Special prices, first begun first.</summary>
    public Task<Page<SpecialPrice>> SpecialsAsync(TenantId tenant, SpecialPriceQuery query, PageRequest page, CancellationToken cancellationToken = default) =>
        specials.ListAsync(tenant, query, page, cancellationToken);

    /// <summary>What a price would give against the cost of what lies at a site today.</summary>
    /// <exception cref="PharmacyException">The reader may not see costs, or what is named is unknown or malformed.</exception>
    public async Task<PriceSimulation> SimulateAsync(TenantId tenant, Actor reader, SimulatePrice asked, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(asked);
        var failures = new Failures();
        PharmacyRights.CheckRole(failures, reader, PharmacyAct.ReadCosts);
        failures.ThrowIfAny();
        var site = await SiteAsync(tenant, asked.Site, cancellationToken).ConfigureAwait(false);
        var presentation = await PresentationAsync(tenant, asked.Presentation, cancellationToken).ConfigureAwait(false);
        var tax = asked.TaxGroup is { } code ? await TaxAsync(tenant, code, site.DateOf(clock.GetCurrentInstant()), cancellationToken).ConfigureAwait(false) : 0;
        var lying = new List<LotStock>();
        var query = new StockQuery(asked.Presentation, Site: asked.Site);
        await foreach (var l in Pages.AllAsync(p => stock.ListAsync(tenant, query, p, cancellationToken)).ConfigureAwait(false)) lying.Add(l);
        return PriceSimulator.Simulate(presentation, asked.Per, asked.Rule, tax, lying);
    }

    /// <summary>The last version of a list by its code, without prices; to guard a commit that relied on one.</summary>
    internal Task<PriceList?> LastAsync(TenantId tenant, string code, CancellationToken ct) => lists.FindByCodeAsync(tenant, code, ct);

    private static bool SeesCosts(Actor reader) => reader.HasAny([.. PharmacyRights.RolesFor(PharmacyAct.ReadCosts)]);

    private async Task<Site> SiteAsync(TenantId tenant, SiteId site, CancellationToken ct) =>
        await sites.FindSiteAsync(tenant, site, ct).ConfigureAwait(false) ?? throw new ClinicRuleException(ClinicRules.PlaceUnknown, ("kind", "site"), ("id", site));

    private async Task<Presentation> PresentationAsync(TenantId tenant, PresentationId presentation, CancellationToken ct) =>
        await presentations.FindAsync(tenant, presentation, ct).ConfigureAwait(false)
        ?? throw new PharmacyException(PharmacyRules.PresentationUnknown, ("presentation", presentation));

    private async Task<decimal> TaxAsync(TenantId tenant, string code, LocalDate on, CancellationToken ct)
    {
        var group = await taxes.FindByCodeAsync(tenant, code, ct).ConfigureAwait(false) ?? throw new PharmacyException(PharmacyRules.TaxGroupUnknown, ("group", code));
        return (group.RateOn(on) ?? throw new PharmacyException(PharmacyRules.TaxRateMissing, ("group", code), ("date", on))).Percent;
    }

    private async Task<IReadOnlyList<CostPart>> LotsAsync(
        TenantId tenant, Site site, Presentation presentation, Quantity quantity, LocationId from, CancellationToken ct)
    {
        if (presentation.TryConvert(quantity, out var wanted) is { } wrong) throw new PharmacyException([wrong]);
        var location = await sites.FindLocationAsync(tenant, from, ct).ConfigureAwait(false);
        if (location is null || location.Site != site.Id) throw new PharmacyException(PharmacyRules.LocationUnknown, ("location", from));
        var lying = await stock.CandidatesAsync(tenant, presentation.Id, from, ct).ConfigureAwait(false);
        var byLot = lying.ToDictionary(l => l.Lot.Id);
        var today = site.DateOf(clock.GetCurrentInstant());
        LotCandidate[] candidates = [.. lying.Select(LotCandidate.Of)];
        return StockAllocator.Allocate(candidates, new(wanted, today, presentation.IssueMultiple, new AllocationPolicy())) switch
        {
            AllocationResult.Allocated a => [.. a.Parts.Select(p => new CostPart(p.Lot, p.Quantity, byLot[p.Lot].Lot.UnitCost))],
            AllocationResult.Short s => throw new PharmacyException(PharmacyRules.StockShort, ("asked", presentation.ToQuantity(s.Wanted)), ("available", presentation.ToQuantity(s.Available)), ("location", from)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
