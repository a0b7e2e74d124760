using Clinic.Abstractions;
using Clinic.Pharmacy.Reports;
using Clinic.Pharmacy.Sales;
using Clinic.Pharmacy.Sales.Invoices;
using Clinic.Pharmacy.Stock;
using Clinic.Storage.Turso.Pharmacy.Sales;
using NodaTime;

namespace Clinic.Storage.Turso.Pharmacy.Reports;

/// <summary>Sales beside their movements and documents, a page in one statement.</summary>
internal sealed class SaleTraces(ClinicDatabase source)
{
    private const string Select = """
        WITH page AS (
            SELECT s.id, s.completed, s.status, s.currency, s.net, s.tax, s.rounding, s.credited FROM sales s
            WHERE s.tenant_id = ?1 AND s.site_id = ?2 AND s.completed >= ?3 AND s.completed < ?4
                AND (?5 IS NULL OR (s.completed, s.id) > (SELECT a.completed, a.id FROM sales a WHERE a.tenant_id = ?1 AND a.id = ?5))
            ORDER BY s.completed, s.id LIMIT ?6
        ),
        issued AS (
            SELECT DISTINCT p.id AS sale_id, m.id, m.lot_id, m.scale, m.unit_cost, m.currency, -m.change AS quantity
            FROM page p CROSS JOIN sale_lines l ON l.tenant_id = ?1 AND l.sale_id = p.id CROSS JOIN stock_movements m ON m.tenant_id = ?1 AND m.posting_id = l.posting_id
        ),
        moved AS (
            SELECT sale_id, lot_id, scale, unit_cost, currency, quantity FROM issued
            UNION ALL
            SELECT i.sale_id, m.lot_id, m.scale, m.unit_cost, m.currency, -m.change FROM issued i CROSS JOIN stock_movements m ON m.tenant_id = ?1 AND m.returns_id = i.id
            UNION ALL
            SELECT i.sale_id, m.lot_id, m.scale, m.unit_cost, m.currency, -m.change FROM issued i CROSS JOIN stock_movements m ON m.tenant_id = ?1 AND m.reverses_id = i.id
        ),
        summed AS (
            SELECT sale_id, lot_id, scale, unit_cost, currency, sum(quantity) AS quantity FROM moved GROUP BY sale_id, lot_id, scale, unit_cost, currency
        )
        SELECT p.id, p.status, p.currency, p.net, p.tax, p.rounding, p.credited,
            (SELECT json_group_array(json_array(l.number, l.lots)) FROM sale_lines l WHERE l.tenant_id = ?1 AND l.sale_id = p.id),
            (SELECT json_group_array(json_array(0, m.lot_id, m.scale, m.unit_cost, m.currency, m.quantity)) FROM summed m WHERE m.sale_id = p.id AND m.quantity <> 0),
            (SELECT json_group_array(json_array(0, i.id, i.kind, i.status, i.void_wanted, i.total)) FROM invoices i WHERE i.tenant_id = ?1 AND i.sale_id = p.id)
        FROM page p ORDER BY p.completed, p.id
        """;

    public async Task<Page<SaleTrace>> ReadAsync(TenantId tenant, SiteId site, Instant from, Instant until, PageRequest page, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(page);
        var found = await source.ListAsync(Select, [tenant.Value, site.Value, from, until, page.After, page.Size + 1], Read, ct).ConfigureAwait(false);
        return Paging.Cut(found, page, t => t.Sale.ToString());
    }

    private static SaleTrace Read(Row r)
    {
        var currency = Currency.Of(r.Text(2));
        var status = r.Enum<SaleStatus>(1);
        var parts = JsonRows.Read(r.Text(7), x => SaleRows.Json<IReadOnlyList<SalePart>>(x.Text(1))).SelectMany(p => p);
        var sold = status == SaleStatus.Cancelled ? [] : parts.Where(p => !p.Outstanding().IsZero).Select(p => (p.Lot, Quantity: p.Outstanding(), p.UnitCost));
        var moved = JsonRows.Read(r.Text(8), x => (Lot: x.Id<LotId>(1), Quantity: new StockQuantity(x.Long(5), x.Int(2)), UnitCost: LotRows.Cost(x.Long(3), x.Text(4))));
        var invoices = JsonRows.Read(r.Text(9), x => new TracedInvoice(
            x.Id<InvoiceId>(1), x.Enum<InvoiceKind>(2), x.Enum<InvoiceStatus>(3), x.Bool(4), new(SaleRows.Decimal(x.Text(5)), currency)));
        return new(
            r.Id<SaleId>(0), status, new(r.Decimal(3) + r.Decimal(4) + r.Decimal(5), currency), new(r.Decimal(6), currency), Lots(sold), Lots(moved),
            [.. invoices.OrderBy(i => i.Id.Value)]);
    }

    private static IReadOnlyList<TracedLot> Lots(IEnumerable<(LotId Lot, StockQuantity Quantity, UnitCost UnitCost)> parts) =>
    [
        .. parts
            .GroupBy(p => p.Lot)
            .Select(g => new TracedLot(
                g.Key, g.Select(p => p.Quantity).Aggregate((sum, q) => sum + q), new(g.Sum(p => p.UnitCost.ValueOf(p.Quantity).Amount), g.First().UnitCost.Currency)))
            .Where(t => !t.Quantity.IsZero)
            .OrderBy(t => t.Lot.Value),
    ];
}
