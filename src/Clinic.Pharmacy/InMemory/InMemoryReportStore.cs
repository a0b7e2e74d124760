using Clinic.Abstractions;
using Clinic.Pharmacy.Reports;
using Clinic.Pharmacy.Sales;
using Clinic.Pharmacy.Sales.Invoices;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.InMemory;

/// <summary>Sums for reports from the ledger, the sales and the invoices in memory.</summary>
public sealed class InMemoryReportStore(IMovementStore movements, ISaleStore sales, IInvoiceStore invoices, ISiteDirectory sites) : IReportStore
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<StockFlow>> FlowsAsync(TenantId tenant, StockQuery scope, LedgerSpan span, CancellationToken cancellationToken) =>
    [
        .. (await PartAsync(tenant, scope, span, cancellationToken).ConfigureAwait(false))
            .GroupBy(m => (m.Presentation, m.Lot, m.Location, m.Kind, m.Direction, m.Target?.Department, m.UnitCost))
            .Select(g => new StockFlow(
                g.Key.Presentation, g.Key.Lot, g.Key.Location, g.Key.Kind, g.Key.Direction, g.Key.Department, Sum(g.Select(m => m.Quantity)), g.Key.UnitCost))
            .OrderBy(f => f.Presentation.Value).ThenBy(f => f.Lot.Value).ThenBy(f => f.Location.Value).ThenBy(f => f.Kind).ThenBy(f => f.Direction)
            .ThenBy(f => f.Department?.Value),
    ];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StockMovement>> LedgerAsync(TenantId tenant, StockQuery scope, LedgerSpan span, int most, CancellationToken cancellationToken) =>
        [.. (await PartAsync(tenant, scope, span, cancellationToken).ConfigureAwait(false)).Take(most)];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<QuarterFlow>> QuartersAsync(TenantId tenant, StockQuery scope, LedgerSpan span, CancellationToken cancellationToken) =>
    [
        .. (await PartAsync(tenant, scope, span, cancellationToken).ConfigureAwait(false))
            .GroupBy(m => (m.Presentation, Quarter: m.Occurred.ToUnixTimeSeconds() / (long)QuarterFlow.Length.TotalSeconds))
            .OrderBy(g => g.Key.Presentation.Value).ThenBy(g => g.Key.Quarter)
            .Select(g => new QuarterFlow(
                g.Key.Presentation, Instant.FromUnixTimeSeconds(g.Key.Quarter * (long)QuarterFlow.Length.TotalSeconds), Sum(g.Select(m => m.Change)),
                Sum(g.Select(m => m.Kind is MovementKind.Issue or MovementKind.Return ? -m.Change : StockQuantity.Zero(m.Quantity.Scale))))),
    ];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SoldFlow>> SoldAsync(TenantId tenant, SiteId site, Instant from, Instant until, CancellationToken cancellationToken)
    {
        bool Within(Instant? at) => at >= from && at < until;
        var flows = new List<SoldFlow>();
        foreach (var sale in await CompletedAsync(tenant, site, cancellationToken).ConfigureAwait(false))
        {
            var sign = (Within(sale.Head.Completed) ? 1 : 0) - (Within(sale.Head.Cancelled) ? 1 : 0);
            foreach (var line in sale.Lines.Where(_ => sign != 0))
            {
                var left = await LinesAsync(tenant, line.Posting!.Value, line.Presentation, MovementKind.Issue, cancellationToken).ConfigureAwait(false);
                flows.Add(Flow(sale, line, sign, line.Price.Net, left));
            }

            foreach (var back in sale.Returns.Where(r => Within(r.At)).SelectMany(r => r.Lines))
            {
                var line = sale.Lines.Single(l => l.Number == back.Line);
                var came = await LinesAsync(tenant, back.Posting, line.Presentation, MovementKind.Return, cancellationToken).ConfigureAwait(false);
                flows.Add(Flow(sale, line, -1, back.Net, came));
            }
        }

        return
        [
            .. flows
                .GroupBy(f => (f.Presentation, f.Segment, f.Department, f.Net.Currency))
                .Select(g => new SoldFlow(
                    g.Key.Segment, g.Key.Department, g.Key.Presentation, Sum(g.Select(f => f.Quantity)), new(g.Sum(f => f.Net.Amount), g.Key.Currency),
                    new(g.Sum(f => f.Cost.Amount), g.Key.Currency)))
                .OrderBy(f => f.Presentation.Value).ThenBy(f => f.Segment.ToString(), StringComparer.Ordinal).ThenBy(f => f.Department?.Value)
                .ThenBy(f => f.Net.Currency.Code, StringComparer.Ordinal),
        ];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<InvoiceSum>> InvoicesAsync(TenantId tenant, SiteId site, Instant from, Instant until, CancellationToken cancellationToken)
    {
        var all = new List<(InvoiceSnapshot Invoice, SaleHead Sale)>();
        var heads = (await HeadsAsync(tenant, site, cancellationToken).ConfigureAwait(false)).ToDictionary(h => h.Id);
        await foreach (var invoice in Pages.AllAsync(p => invoices.ListAsync(tenant, null, null, p, cancellationToken)).ConfigureAwait(false))
        {
            var snapshot = invoice.ToSnapshot();
            if (snapshot.Site == site && snapshot.Requested >= from && snapshot.Requested < until && heads.TryGetValue(snapshot.Sale, out var head)) all.Add((snapshot, head));
        }

        return
        [
            .. all
                .GroupBy(i => (i.Sale.Segment, i.Invoice.Kind, i.Invoice.Status, i.Invoice.Total.Currency))
                .Select(g => new InvoiceSum(g.Key.Segment, g.Key.Kind, g.Key.Status, g.Count(), new(g.Sum(i => i.Invoice.Total.Amount), g.Key.Currency)))
                .OrderBy(s => s.Segment.ToString(), StringComparer.Ordinal).ThenBy(s => s.Kind).ThenBy(s => s.Status).ThenBy(s => s.Total.Currency.Code, StringComparer.Ordinal),
        ];
    }

    /// <inheritdoc/>
    public async Task<Page<SaleTrace>> TracesAsync(TenantId tenant, SiteId site, Instant from, Instant until, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var found = (await CompletedAsync(tenant, site, cancellationToken).ConfigureAwait(false))
            .Where(s => s.Head.Completed >= from && s.Head.Completed < until)
            .OrderBy(s => s.Head.Completed).ThenBy(s => s.Id.Value)
            .ToList();
        var rest = page.After is null ? found : [.. found.SkipWhile(s => s.Id.ToString() != page.After).Skip(1)];
        var part = Paging.Cut([.. rest.Take(page.Size + 1)], page, s => s.Id.ToString());
        var traces = new List<SaleTrace>();
        var ledger = await PartAsync(tenant, new StockQuery(), new LedgerSpan(Instant.MaxValue), cancellationToken).ConfigureAwait(false);
        foreach (var sale in part.Items) traces.Add(await TraceAsync(tenant, sale, ledger, cancellationToken).ConfigureAwait(false));
        return new(traces, part.Next);
    }

    private async Task<SaleTrace> TraceAsync(TenantId tenant, Sale sale, IReadOnlyList<StockMovement> ledger, CancellationToken ct)
    {
        var sold = sale.Status == SaleStatus.Cancelled ? [] : sale.Lines.SelectMany(l => l.Parts).Where(p => !p.Outstanding().IsZero)
            .GroupBy(p => p.Lot)
            .Select(g => new TracedLot(g.Key, Sum(g.Select(p => p.Outstanding())), new(g.Sum(p => p.UnitCost.ValueOf(p.Outstanding()).Amount), g.First().UnitCost.Currency)))
            .OrderBy(t => t.Lot.Value).ToList();
        var postings = sale.Lines.Select(l => l.Posting!.Value).ToHashSet();
        var issued = ledger.Where(m => postings.Contains(m.Posting)).Select(m => m.Id).ToHashSet();
        var moved = ledger
            .Where(m => issued.Contains(m.Id) || (m.Returns is { } r && issued.Contains(r)) || (m.Reverses is { } v && issued.Contains(v)))
            .GroupBy(m => m.Lot)
            .Select(g => new TracedLot(g.Key, -Sum(g.Select(m => m.Change)), new(-g.Sum(m => m.UnitCost.ValueOf(m.Change).Amount), g.First().UnitCost.Currency)))
            .Where(t => !t.Quantity.IsZero)
            .OrderBy(t => t.Lot.Value).ToList();
        var documents = new List<TracedInvoice>();
        await foreach (var i in Pages.AllAsync(p => invoices.ListAsync(tenant, sale.Id, null, p, ct)).ConfigureAwait(false))
        {
            var s = i.ToSnapshot();
            documents.Add(new(s.Id, s.Kind, s.Status, s.VoidWanted, s.Total));
        }

        return new(sale.Id, sale.Status, sale.Head.Total(), sale.Head.Credited, sold, moved, [.. documents.OrderBy(d => d.Id.Value)]);
    }

    private async Task<List<StockMovement>> PartAsync(TenantId tenant, StockQuery scope, LedgerSpan span, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(span);
        var at = scope.Site is { } site ? (await sites.LocationsAsync(tenant, site, ct).ConfigureAwait(false)).Select(l => l.Id).ToHashSet() : null;
        var query = new MovementQuery { Presentation = scope.Presentation, Lot = scope.Lot, Location = scope.Location, From = span.From, Until = span.Until };
        var found = new List<StockMovement>();
        await foreach (var m in Pages.AllAsync(p => movements.ListAsync(tenant, query, p, ct)).ConfigureAwait(false))
        {
            var point = LedgerPoint.Of(m);
            if ((at is null || at.Contains(m.Location)) && (span.After is not { } after || point > after) && (span.UpTo is not { } upTo || point <= upTo)) found.Add(m);
        }

        found.Reverse();
        return found;
    }

    private async Task<List<SaleHead>> HeadsAsync(TenantId tenant, SiteId site, CancellationToken ct)
    {
        var heads = new List<SaleHead>();
        await foreach (var head in Pages.AllAsync(p => sales.ListAsync(tenant, new SaleQuery(Site: site), p, ct)).ConfigureAwait(false)) heads.Add(head);
        return heads;
    }

    private async Task<List<Sale>> CompletedAsync(TenantId tenant, SiteId site, CancellationToken ct)
    {
        var found = new List<Sale>();
        foreach (var head in (await HeadsAsync(tenant, site, ct).ConfigureAwait(false)).Where(h => h.Completed is not null))
        {
            if (await sales.FindAsync(tenant, head.Id, ct).ConfigureAwait(false) is { } sale) found.Add(sale);
        }

        return found;
    }

    private async Task<IReadOnlyList<StockMovement>> LinesAsync(TenantId tenant, PostingId posting, PresentationId presentation, MovementKind kind, CancellationToken ct) =>
        [.. ((await movements.FindPostingAsync(tenant, posting, ct).ConfigureAwait(false))?.Movements ?? []).Where(m => m.Kind == kind && m.Presentation == presentation)];

    private static SoldFlow Flow(Sale sale, SaleLine line, int sign, Money net, IReadOnlyList<StockMovement> moved)
    {
        var quantity = moved.Aggregate(StockQuantity.Zero(line.Stock.Scale), (sum, m) => sum + m.Quantity);
        return new(
            sale.Head.Segment, sale.Head.Department, line.Presentation, sign < 0 ? -quantity : quantity, new(sign * net.Amount, net.Currency),
            new(sign * moved.Sum(m => m.Value.Amount), net.Currency));
    }

    private static StockQuantity Sum(IEnumerable<StockQuantity> quantities) => quantities.Aggregate((sum, q) => sum + q);
}
