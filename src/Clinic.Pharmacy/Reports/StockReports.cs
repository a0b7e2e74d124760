using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Rights;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Reports;

/// <summary>Reports about stock: kardex, value, cost of goods, key figures, suggested purchases. Changes nothing.</summary>
public sealed class StockReports
{
    private readonly ReportDesk desk;
    private readonly IReportStore store;
    private readonly IMovementStore movements;
    private readonly ILotStore lots;
    private readonly IEnumerable<IDemandSource> demand;
    private readonly ReportOptions options;

    internal StockReports(ReportDesk desk, IReportStore store, IMovementStore movements, ILotStore lots, IEnumerable<IDemandSource> demand, ReportOptions options)
    {
        this.desk = desk;
        this.store = store;
        this.movements = movements;
        this.lots = lots;
        this.demand = demand;
        this.options = options;
    }

    /// <summary>A part of the valued kardex of a product at a site, in the total order of the ledger.</summary>
    /// <param name="tenant">The clinic.</param>
    /// <param name="reader">Who reads; must be allowed to see costs.</param>
    /// <param name="site">The site.</param>
    /// <param name="product">The code or id of the presentation.</param>
    /// <param name="from">The first day.</param>
    /// <param name="through">The last day.</param>
    /// <param name="page">Which part; a later one begins with the balance of the one before.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="PharmacyException">The reader may not see costs, or product, days or mark are wrong.</exception>
    public async Task<KardexReport> KardexAsync(
        TenantId tenant, Actor reader, SiteId site, string product, LocalDate from, LocalDate through, PageRequest page, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(page);
        ReportDesk.Check(reader, PharmacyAct.ReadCosts);
        var (place, period) = await desk.PeriodAsync(tenant, site, from, through, cancellationToken).ConfigureAwait(false);
        var presentation = await desk.PresentationAsync(tenant, product, cancellationToken).ConfigureAwait(false);
        var scope = new StockQuery(presentation.Id, Site: site);
        var numbers = await NumbersAsync(tenant, presentation.Id, cancellationToken).ConfigureAwait(false);
        LedgerPoint? after = page.After is null ? null : LedgerPoint.TryParse(page.After, out var point) ? point : throw new PharmacyException(PharmacyRules.ReportMarkInvalid, ("found", page.After));
        var before = after is null ? new LedgerSpan(period.Start) : new LedgerSpan(period.End, UpTo: after);
        var kardex = new Kardex(await store.FlowsAsync(tenant, scope, before, cancellationToken).ConfigureAwait(false), presentation.Scale, place.Currency);
        var (opening, values) = (kardex.Balance, kardex.Values);
        var span = new LedgerSpan(period.End, period.Start, after);
        var found = await store.LedgerAsync(tenant, scope, span, page.Size + 1, cancellationToken).ConfigureAwait(false);
        var rows = found.Take(page.Size).Select(m => kardex.Next(m, numbers.GetValueOrDefault(m.Lot)?.Number)).ToList();
        var next = found.Count > page.Size ? LedgerPoint.Of(found[page.Size - 1]).ToString() : null;
        return new(place, period, ReportProduct.Of(presentation), opening, values, rows, kardex.Balance, kardex.Values, next);
    }

    /// <summary>What lay where at the end of a day, by the cost of each lot; ordered by product code, lot number, location name.</summary>
    /// <exception cref="PharmacyException">The reader may not see costs, or the day has not come.</exception>
    public async Task<Report<StockValueRow>> StockValueAsync(
        TenantId tenant, Actor reader, SiteId site, LocalDate? asOf = null, CancellationToken cancellationToken = default)
    {
        ReportDesk.Check(reader, PharmacyAct.ReadCosts);
        var (place, day) = await desk.DayAsync(tenant, site, asOf, cancellationToken).ConfigureAwait(false);
        var products = await desk.ProductsAsync(tenant, cancellationToken).ConfigureAwait(false);
        var departments = await desk.DepartmentsAsync(tenant, site, cancellationToken).ConfigureAwait(false);
        var locations = await desk.LocationsAsync(tenant, site, cancellationToken).ConfigureAwait(false);
        var numbers = await NumbersAsync(tenant, null, cancellationToken).ConfigureAwait(false);
        var rows = (await LyingAsync(tenant, new StockQuery(Site: site), day.End, cancellationToken).ConfigureAwait(false))
            .Select(b =>
            {
                var (at, lot) = (locations[b.Location], numbers[b.Lot]);
                return new StockValueRow(
                    ReportProduct.Of(products[b.Presentation]), b.Lot, lot.Number, lot.Expiration, b.Location, at.Name, at.Department, departments.GetValueOrDefault(at.Department) ?? "",
                    b.OnHand, b.UnitCost, b.Value);
            })
            .OrderBy(r => r.Product.Code, StringComparer.Ordinal)
            .ThenBy(r => r.Number.Text, StringComparer.Ordinal)
            .ThenBy(r => r.LocationName, StringComparer.Ordinal)
            .ThenBy(r => r.Lot.Value).ThenBy(r => r.Location.Value)
            .ToList();
        return new(place, day, rows, [.. ReportTotal.Sum("value", rows.Select(r => r.Value), place.Currency)]);
    }

    /// <summary>The cost of goods by product and department, with the conservation of value.</summary>
    /// <exception cref="PharmacyException">The reader may not see costs, or the days are wrong.</exception>
    public async Task<CostOfGoodsReport> CostOfGoodsAsync(
        TenantId tenant, Actor reader, SiteId site, LocalDate from, LocalDate through, CancellationToken cancellationToken = default)
    {
        ReportDesk.Check(reader, PharmacyAct.ReadCosts);
        var (place, period) = await desk.PeriodAsync(tenant, site, from, through, cancellationToken).ConfigureAwait(false);
        var products = await desk.ProductsAsync(tenant, cancellationToken).ConfigureAwait(false);
        var departments = await desk.DepartmentsAsync(tenant, site, cancellationToken).ConfigureAwait(false);
        var (flows, values) = await ValuesAsync(tenant, place, period, cancellationToken).ConfigureAwait(false);
        var rows = flows
            .Where(f => f.Kind is MovementKind.Issue or MovementKind.Return)
            .GroupBy(f => (f.Presentation, f.Department, f.UnitCost.Currency))
            .Select(g => new CostOfGoodsRow(
                ReportProduct.Of(products[g.Key.Presentation]), g.Key.Department, g.Key.Department is { } d ? departments.GetValueOrDefault(d) : null,
                -Sum(g, MovementKind.Issue), Sum(g, MovementKind.Return), new(-g.Sum(f => f.ValueChange.Amount), g.Key.Currency)))
            .OrderBy(r => r.Product.Code, StringComparer.Ordinal)
            .ThenBy(r => r.Department?.ToString(), StringComparer.Ordinal)
            .ThenBy(r => r.Cost.Currency.Code, StringComparer.Ordinal);
        return new(place, period, [.. rows], values);
    }

    /// <summary>Turnover, days of stock, fill rate, waste rate and discrepancy rate, one line per currency.</summary>
    /// <exception cref="PharmacyException">The reader is none of the pharmacy's people, or the days are wrong.</exception>
    public async Task<Report<KpiReport>> KpisAsync(
        TenantId tenant, Actor reader, SiteId site, LocalDate from, LocalDate through, CancellationToken cancellationToken = default)
    {
        ReportDesk.Check(reader, PharmacyAct.ReadReports);
        var (place, period) = await desk.PeriodAsync(tenant, site, from, through, cancellationToken).ConfigureAwait(false);
        var (flows, values) = await ValuesAsync(tenant, place, period, cancellationToken).ConfigureAwait(false);
        var (asked, given) = (0m, 0m);
        foreach (var source in demand)
        {
            foreach (var d in await source.AskedAsync(tenant, site, period.Start, period.End, cancellationToken).ConfigureAwait(false))
                (asked, given) = (asked + d.Asked, given + d.Given);
        }

        var rows = values.Select(v =>
        {
            var currency = v.Opening.Currency;
            var counted = flows.Where(f => f.Kind == MovementKind.Count && f.UnitCost.Currency == currency).Sum(f => Math.Abs(f.ValueChange.Amount));
            var figures = KpiReport.Of(v, period.Days, asked, given, new(counted, currency));
            return ReportDesk.SeesCosts(reader) ? figures : figures.WithoutCosts();
        });
        return new(place, period, [.. rows], []);
    }

    /// <summary>What to buy so that stock lasts the days of cover and delivery, by the consumption of a period; by product code.</summary>
    /// <exception cref="PharmacyException">The reader is none of the pharmacy's people, or the days are wrong.</exception>
    public async Task<Report<PurchaseSuggestion>> SuggestedPurchasesAsync(
        TenantId tenant, Actor reader, SiteId site, LocalDate from, LocalDate through, CancellationToken cancellationToken = default)
    {
        ReportDesk.Check(reader, PharmacyAct.ReadReports);
        var (place, period) = await desk.PeriodAsync(tenant, site, from, through, cancellationToken).ConfigureAwait(false);
        var products = await desk.ProductsAsync(tenant, cancellationToken).ConfigureAwait(false);
        var scope = new StockQuery(Site: site);
        var opening = ByProduct(await LyingAsync(tenant, scope, period.Start, cancellationToken).ConfigureAwait(false));
        var closing = ByProduct(await LyingAsync(tenant, scope, period.End, cancellationToken).ConfigureAwait(false));
        var quarters = (await store.QuartersAsync(tenant, scope, new(period.End, period.Start), cancellationToken).ConfigureAwait(false)).ToLookup(q => q.Presentation);
        var rows = products.Values
            .Where(p => !p.IsRetired && quarters.Contains(p.Id))
            .OrderBy(p => p.Code, StringComparer.Ordinal)
            .Select(p =>
            {
                var zero = StockQuantity.Zero(p.Scale);
                var rate = ConsumptionRate.Of(period, opening.GetValueOrDefault(p.Id, zero), quarters[p.Id]);
                return PurchaseSuggestion.For(ReportProduct.Of(p), closing.GetValueOrDefault(p.Id, zero), rate, options.CoverDays + options.DeliveryDays);
            })
            .OfType<PurchaseSuggestion>();
        return new(place, period, [.. rows], []);
    }

    private static StockQuantity Sum(IEnumerable<StockFlow> flows, MovementKind kind)
    {
        var all = flows.ToList();
        return all.Where(f => f.Kind == kind).Aggregate(StockQuantity.Zero(all[0].Quantity.Scale), (sum, f) => sum + f.Change);
    }

    private static Dictionary<PresentationId, StockQuantity> ByProduct(IEnumerable<LotBalance> lying) =>
        lying.GroupBy(b => b.Presentation).ToDictionary(g => g.Key, g => g.Skip(1).Aggregate(g.First().OnHand, (sum, b) => sum + b.OnHand));

    private async Task<(IReadOnlyList<StockFlow> Flows, IReadOnlyList<ValueFlows> Values)> ValuesAsync(TenantId tenant, Site site, ReportPeriod period, CancellationToken ct)
    {
        var scope = new StockQuery(Site: site.Id);
        var opening = await LyingAsync(tenant, scope, period.Start, ct).ConfigureAwait(false);
        var flows = await store.FlowsAsync(tenant, scope, new(period.End, period.Start), ct).ConfigureAwait(false);
        return (flows, ValueFlows.Of(opening.Select(b => b.Value), flows, site.Currency));
    }

    // The ledger answers "at or before"; its instants are whole microseconds.
    private Task<IReadOnlyList<LotBalance>> LyingAsync(TenantId tenant, StockQuery scope, Instant before, CancellationToken ct) =>
        movements.AsOfAsync(tenant, new AsOfQuery(scope, before - Duration.FromTicks(10)), ct);

    private async Task<IReadOnlyDictionary<LotId, Lot>> NumbersAsync(TenantId tenant, PresentationId? presentation, CancellationToken ct)
    {
        var all = new Dictionary<LotId, Lot>();
        await foreach (var lot in Pages.AllAsync(p => lots.ListAsync(tenant, new LotQuery(presentation), p, ct)).ConfigureAwait(false)) all[lot.Id] = lot;
        return all;
    }
}
