using Clinic.Abstractions;
using Clinic.Pharmacy.Reports;
using Clinic.Pharmacy.Sales.Invoices;
using Clinic.Pharmacy.Stock;
using Clinic.Storage.Turso.Pharmacy.Prices;
using NodaTime;

namespace Clinic.Storage.Turso.Pharmacy.Reports;

/// <summary>Sums for reports, grouped in the database.</summary>
internal sealed class TursoReportStore(ClinicDatabase source) : IReportStore
{
    private const string SelectFlows = """
        SELECT m.presentation_id, m.lot_id, m.location_id, m.kind, m.direction, m.to_department, m.scale, m.unit_cost, m.currency, sum(m.quantity)
        FROM stock_movements m WHERE m.tenant_id = ?1
        """;

    private const string GroupFlows = "GROUP BY m.presentation_id, m.lot_id, m.location_id, m.kind, m.direction, m.to_department, m.scale, m.unit_cost, m.currency";

    private const string SelectLedger = $"SELECT {MovementRows.Columns} FROM stock_movements m WHERE m.tenant_id = ?1";

    private const string SelectQuarters = """
        SELECT m.presentation_id, m.occurred / ?4 AS quarter, max(m.scale), sum(m.change), sum(CASE WHEN m.kind IN (?2, ?3) THEN -m.change ELSE 0 END)
        FROM stock_movements m WHERE m.tenant_id = ?1
        """;

    private const string SelectInvoices = """
        SELECT s.segment, i.kind, i.status, i.currency, count(*), sum(CAST(round(i.total * 10000) AS INTEGER))
        FROM invoices i JOIN sales s ON s.tenant_id = i.tenant_id AND s.id = i.sale_id
        WHERE i.tenant_id = ?1 AND i.site_id = ?2 AND i.requested >= ?3 AND i.requested < ?4
        GROUP BY s.segment, i.kind, i.status, i.currency
        """;

    private const long MicrosecondsPerQuarter = 900_000_000;

    private readonly SoldSums sold = new(source);
    private readonly SaleTraces traces = new(source);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StockFlow>> FlowsAsync(TenantId tenant, StockQuery scope, LedgerSpan span, CancellationToken cancellationToken)
    {
        var filter = new Filter(SelectFlows, tenant.Value);
        Add(filter, scope, span);
        var (sql, values) = filter.End(GroupFlows, int.MaxValue);
        var flows = await source.ListAsync(sql, values, r => new StockFlow(
            r.Id<PresentationId>(0), r.Id<LotId>(1), r.Id<LocationId>(2), r.Enum<MovementKind>(3), r.Enum<MovementDirection>(4), r.IdOrNull<DepartmentId>(5),
            new(r.Long(9), r.Int(6)), LotRows.Cost(r.Long(7), r.Text(8))), cancellationToken).ConfigureAwait(false);
        return
        [
            .. flows.OrderBy(f => f.Presentation.Value).ThenBy(f => f.Lot.Value).ThenBy(f => f.Location.Value).ThenBy(f => f.Kind).ThenBy(f => f.Direction)
                .ThenBy(f => f.Department?.Value),
        ];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StockMovement>> LedgerAsync(TenantId tenant, StockQuery scope, LedgerSpan span, int most, CancellationToken cancellationToken)
    {
        var filter = new Filter(SelectLedger, tenant.Value);
        Add(filter, scope, span);
        var (sql, values) = filter.End("ORDER BY m.occurred, m.recorded, m.sequence", most);
        return await source.ListAsync(sql, values, MovementRows.Read, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<QuarterFlow>> QuartersAsync(TenantId tenant, StockQuery scope, LedgerSpan span, CancellationToken cancellationToken)
    {
        var filter = new Filter(SelectQuarters, tenant.Value, SqlValue.Of(MovementKind.Issue), SqlValue.Of(MovementKind.Return), MicrosecondsPerQuarter);
        Add(filter, scope, span);
        var (sql, values) = filter.End("GROUP BY m.presentation_id, quarter ORDER BY m.presentation_id, quarter", int.MaxValue);
        return await source.ListAsync(sql, values, r => new QuarterFlow(
            r.Id<PresentationId>(0), Instant.FromUnixTimeSeconds(r.Long(1) * (MicrosecondsPerQuarter / 1_000_000)), new(r.Long(3), r.Int(2)), new(r.Long(4), r.Int(2))),
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<SoldFlow>> SoldAsync(TenantId tenant, SiteId site, Instant from, Instant until, CancellationToken cancellationToken) =>
        sold.ReadAsync(tenant, site, from, until, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<InvoiceSum>> InvoicesAsync(TenantId tenant, SiteId site, Instant from, Instant until, CancellationToken cancellationToken)
    {
        var sums = await source.ListAsync(SelectInvoices, [tenant.Value, site.Value, from, until], r => new InvoiceSum(
            Segments.Read(r.Text(0)), r.Enum<InvoiceKind>(1), r.Enum<InvoiceStatus>(2), r.Long(4), new(r.Long(5) / SoldSums.Steps, Currency.Of(r.Text(3)))),
            cancellationToken).ConfigureAwait(false);
        return
        [
            .. sums.OrderBy(s => s.Segment.ToString(), StringComparer.Ordinal).ThenBy(s => s.Kind).ThenBy(s => s.Status)
                .ThenBy(s => s.Total.Currency.Code, StringComparer.Ordinal),
        ];
    }

    /// <inheritdoc/>
    public Task<Page<SaleTrace>> TracesAsync(TenantId tenant, SiteId site, Instant from, Instant until, PageRequest page, CancellationToken cancellationToken) =>
        traces.ReadAsync(tenant, site, from, until, page, cancellationToken);

    private static void Add(Filter filter, StockQuery scope, LedgerSpan span)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(span);
        if (scope.Presentation is { } presentation) filter.And("m.presentation_id =", presentation.Value);
        if (scope.Lot is { } lot) filter.And("m.lot_id =", lot.Value);
        if (scope.Location is { } location) filter.And("m.location_id =", location.Value);
        if (scope.Site is { } site) filter.And("m.location_id IN (SELECT p.id FROM locations p WHERE p.tenant_id = ?1 AND p.site_id =", site.Value).Close();
        filter.And("m.occurred <", span.Until);
        if (span.From is { } from) filter.And("m.occurred >=", from);
        if (span.After is { } a) filter.Where("(m.occurred, m.recorded, m.sequence) > ({0}, {1}, {2})", a.Occurred, a.Recorded, a.Sequence);
        if (span.UpTo is { } u) filter.Where("(m.occurred, m.recorded, m.sequence) <= ({0}, {1}, {2})", u.Occurred, u.Recorded, u.Sequence);
    }
}
