using Clinic.Abstractions;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.Transfers;
using NodaTime;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>Answers which requisitions there are, what waits for whom, and what should be asked; shows each person those of their departments.</summary>
public sealed class RequisitionInquiries
{
    private readonly IRequisitionStore requisitions;
    private readonly IStockLevelStore levels;
    private readonly IStockStore stock;
    private readonly ITransferStore transfers;
    private readonly IPresentationStore presentations;
    private readonly ISiteDirectory sites;
    private readonly IClock clock;

    internal RequisitionInquiries(
        IRequisitionStore requisitions, IStockLevelStore levels, IStockStore stock, ITransferStore transfers, IPresentationStore presentations, ISiteDirectory sites, IClock clock)
    {
        this.requisitions = requisitions;
        this.levels = levels;
        this.stock = stock;
        this.transfers = transfers;
        this.presentations = presentations;
        this.sites = sites;
        this.clock = clock;
    }

    /// <summary>One requisition.</summary>
    /// <exception cref="PharmacyException">It is unknown, or of other departments.</exception>
    public async Task<RequisitionView> FindAsync(TenantId tenant, Actor actor, RequisitionId requisition, CancellationToken cancellationToken = default) =>
        RequisitionView.Of(await SeenAsync(tenant, actor, requisition, cancellationToken).ConfigureAwait(false));

    /// <summary>Requisitions that the actor may see, last written first; with work, what waits for the actor's departments.</summary>
    public async Task<Page<RequisitionView>> ListAsync(TenantId tenant, Actor actor, RequisitionQuery query, PageRequest page, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(query);
        var seen = RequisitionDesk.SeesAll(actor) ? query : query with { Departments = [.. actor.Departments.Where(d => query.Departments?.Contains(d) != false)] };
        var found = await requisitions.ListAsync(tenant, seen, page, cancellationToken).ConfigureAwait(false);
        return new([.. found.Items.Select(RequisitionView.Of)], found.Next);
    }

    /// <summary>Stock levels by location and presentation.</summary>
    public Task<Page<StockLevel>> LevelsAsync(TenantId tenant, LocationId? location, PageRequest page, CancellationToken cancellationToken = default) =>
        levels.ListAsync(tenant, location, page, cancellationToken);

    /// <summary>What a location should ask for by its levels, what lies there, and what is on its way or asked already.</summary>
    /// <exception cref="PharmacyException">The location is unknown, or of another department.</exception>
    public async Task<IReadOnlyList<SuggestedLine>> SuggestAsync(TenantId tenant, Actor actor, LocationId location, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var place = location == default ? null : await sites.FindLocationAsync(tenant, location, cancellationToken).ConfigureAwait(false);
        if (place is null || !(RequisitionDesk.SeesAll(actor) || actor.Departments.Contains(place.Department)))
            throw new PharmacyException(PharmacyRules.LocationUnknown, ("location", location));
        var site = await sites.FindSiteAsync(tenant, place.Site, cancellationToken).ConfigureAwait(false);
        var now = clock.GetCurrentInstant();
        var today = site?.DateOf(now) ?? now.InUtc().Date;
        var coming = await ComingAsync(tenant, location, cancellationToken).ConfigureAwait(false);
        var lines = new List<SuggestedLine>();
        await foreach (var level in Pages.AllAsync(p => levels.ListAsync(tenant, location, p, cancellationToken)).ConfigureAwait(false))
        {
            if (await presentations.FindAsync(tenant, level.Presentation, cancellationToken).ConfigureAwait(false) is not { IsRetired: false } presentation) continue;
            var zero = StockQuantity.Zero(presentation.Scale);
            var lying = await stock.CandidatesAsync(tenant, presentation.Id, location, cancellationToken).ConfigureAwait(false);
            var usable = lying.Where(l => l.Lot.WhyNotUsable(today) is null).Aggregate(zero, (sum, l) => sum + l.OnHand);
            var onTheWay = coming.Where(c => c.Presentation == presentation.Id).Aggregate(zero, (sum, c) => sum + c.Quantity);
            lines.Add(RequisitionSuggester.Suggest(level, usable, onTheWay, MultipleOf(presentation, level.Pack)));
        }

        return [.. lines.Where(l => !l.Ask.IsZero)];
    }

    internal async Task<Requisition> SeenAsync(TenantId tenant, Actor actor, RequisitionId id, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var found = await requisitions.FindAsync(tenant, id, ct).ConfigureAwait(false);
        return found is not null && RequisitionDesk.MaySee(actor, found) ? found : throw new PharmacyException(PharmacyRules.RequisitionUnknown, ("requisition", id));
    }

    // The pack that was said, in as many as leave together at least.
    private static StockQuantity MultipleOf(Presentation presentation, string? pack)
    {
        var least = presentation.IssueMultiple;
        if (pack is null || presentation.UnitsPer(pack) is not { } units) return least;
        var steps = StockQuantity.Of(units, presentation.Scale).Steps;
        return new(steps % least.Steps == 0 ? steps : least.Steps, presentation.Scale);
    }

    // Drafts may never be asked; what was asked counts until it is refused, and what was granted as long as it may still come.
    private async Task<List<(PresentationId Presentation, StockQuantity Quantity)>> ComingAsync(TenantId tenant, LocationId location, CancellationToken ct)
    {
        var coming = new List<(PresentationId, StockQuantity)>();
        var delivered = new HashSet<TransferId>();
        var query = new RequisitionQuery(Destination: location, OpenOnly: true);
        await foreach (var r in Pages.AllAsync(p => requisitions.ListAsync(tenant, query, p, ct)).ConfigureAwait(false))
        {
            delivered.UnionWith(r.Deliveries.Select(d => d.Transfer));
            if (r.Status != RequisitionStatus.Draft) coming.AddRange(r.Figures.Select(f => (f.Presentation, f.Approved is null ? f.Asked : f.Expected)));
        }

        await foreach (var t in Pages.AllAsync(p => transfers.ListAsync(tenant, inTransitOnly: true, p, ct)).ConfigureAwait(false))
        {
            if (t.To == location && !delivered.Contains(t.Id)) coming.AddRange(t.Lines.Select(l => (l.Presentation, l.Outstanding)));
        }

        return coming;
    }
}
