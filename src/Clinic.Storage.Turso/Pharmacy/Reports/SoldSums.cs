using Clinic.Abstractions;
using Clinic.Pharmacy.Prices;
using Clinic.Pharmacy.Reports;
using Clinic.Pharmacy.Stock;
using Clinic.Storage.Turso.Pharmacy.Prices;
using NodaTime;

namespace Clinic.Storage.Turso.Pharmacy.Reports;

/// <summary>What was sold: amounts from the sales, quantities and costs from the ledger.</summary>
/// <remarks>
/// Amounts are texts of at most four decimals. Below 10^11 the nearest binary fraction times 10^4 rounds to the exact whole number,
/// so the sums are sums of whole numbers and exact.
/// </remarks>
internal sealed class SoldSums(ClinicDatabase source)
{
    /// <summary>Whole numbers of an amount.</summary>
    public const decimal Steps = 10_000m;

    // +1 for sales completed in the period, -1 for sales cancelled in it; both in one period cancel out.
    private const string Signed = """
        signed AS (
            SELECT s.id, s.segment, s.department_id, s.currency, 1 AS sign FROM sales s
            WHERE s.tenant_id = ?1 AND s.site_id = ?2 AND s.completed >= ?3 AND s.completed < ?4
            UNION ALL
            SELECT s.id, s.segment, s.department_id, s.currency, -1 FROM sales s
            WHERE s.tenant_id = ?1 AND s.site_id = ?2 AND s.cancelled >= ?3 AND s.cancelled < ?4 AND s.completed IS NOT NULL
        ),
        back AS (
            SELECT s.id, s.segment, s.department_id, s.currency, json_extract(j.value, '$.line') AS line, json_extract(j.value, '$.posting') AS posting,
                CAST(round(json_extract(j.value, '$.net.amount') * 10000) AS INTEGER) AS net
            FROM sale_returns r JOIN sales s ON s.tenant_id = r.tenant_id AND s.id = r.sale_id JOIN json_each(r.lines) j
            WHERE r.tenant_id = ?1 AND s.site_id = ?2 AND r.at >= ?3 AND r.at < ?4
        )
        """;

    private const string SelectNet = $"""
        WITH {Signed}
        SELECT segment, department_id, presentation_id, currency, sum(net) FROM (
            SELECT g.segment, g.department_id, l.presentation_id, g.currency, g.sign * CAST(round(l.net * 10000) AS INTEGER) AS net
            FROM signed g CROSS JOIN sale_lines l ON l.tenant_id = ?1 AND l.sale_id = g.id
            UNION ALL
            SELECT b.segment, b.department_id, l.presentation_id, b.currency, -b.net
            FROM back b CROSS JOIN sale_lines l ON l.tenant_id = ?1 AND l.sale_id = b.id AND l.number = b.line
        ) GROUP BY segment, department_id, presentation_id, currency
        """;

    // The plus keeps the index of the posting: without statistics that of the presentation looks as good, and is not.
    private const string SelectCost = $"""
        WITH {Signed}
        SELECT segment, department_id, presentation_id, currency, scale, unit_cost, sum(quantity) FROM (
            SELECT g.segment, g.department_id, l.presentation_id, g.currency, m.scale, m.unit_cost, g.sign * m.quantity AS quantity
            FROM signed g CROSS JOIN sale_lines l ON l.tenant_id = ?1 AND l.sale_id = g.id
            CROSS JOIN stock_movements m ON m.tenant_id = ?1 AND m.posting_id = l.posting_id AND m.kind = ?5 AND +m.presentation_id = l.presentation_id
            UNION ALL
            SELECT b.segment, b.department_id, m.presentation_id, b.currency, m.scale, m.unit_cost, -m.quantity
            FROM back b CROSS JOIN stock_movements m ON m.tenant_id = ?1 AND m.posting_id = b.posting AND m.kind = ?6
        ) GROUP BY segment, department_id, presentation_id, currency, scale, unit_cost
        """;

    public async Task<IReadOnlyList<SoldFlow>> ReadAsync(TenantId tenant, SiteId site, Instant from, Instant until, CancellationToken ct)
    {
        var nets = await source.ListAsync(SelectNet, [tenant.Value, site.Value, from, until], r => (Key: Key(r), Net: r.Long(4) / Steps), ct).ConfigureAwait(false);
        var costs = await source.ListAsync(
            SelectCost, [tenant.Value, site.Value, from, until, SqlValue.Of(MovementKind.Issue), SqlValue.Of(MovementKind.Return)],
            r => (Key: Key(r), Quantity: new StockQuantity(r.Long(6), r.Int(4)), Cost: LotRows.Cost(r.Long(5), r.Text(3))), ct).ConfigureAwait(false);
        var byKey = costs.ToLookup(c => c.Key);
        return
        [
            .. nets
                .Where(n => byKey.Contains(n.Key))
                .Select(n => new SoldFlow(
                    n.Key.Segment, n.Key.Department, n.Key.Presentation, byKey[n.Key].Select(c => c.Quantity).Aggregate((sum, q) => sum + q), new(n.Net, n.Key.Currency),
                    new(byKey[n.Key].Sum(c => c.Cost.ValueOf(c.Quantity).Amount), n.Key.Currency)))
                .OrderBy(f => f.Presentation.Value).ThenBy(f => f.Segment.ToString(), StringComparer.Ordinal).ThenBy(f => f.Department?.Value)
                .ThenBy(f => f.Net.Currency.Code, StringComparer.Ordinal),
        ];
    }

    private static (PriceSegment Segment, DepartmentId? Department, PresentationId Presentation, Currency Currency) Key(Row r) =>
        (Segments.Read(r.Text(0)), r.IdOrNull<DepartmentId>(1), r.Id<PresentationId>(2), Currency.Of(r.Text(3)));
}
