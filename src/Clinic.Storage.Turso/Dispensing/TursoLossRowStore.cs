using System.Globalization;
using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Patterns;
using Clinic.Dispensing.Products;
using NodaTime;

namespace Clinic.Storage.Turso.Dispensing;

/// <summary>Delivered lots with what of them was lost.</summary>
internal sealed class TursoLossRowStore(ClinicDatabase source) : ILossRowStore
{
    // Who discarded most of it answers for it; where nothing was discarded, who received it.
    private const string Select = """
        SELECT a.dispensation_id, a.first_delivered, d.department_id, l.product, a.delivered, a.wasted + MAX(a.booked, 0), a.line, a.position,
            COALESCE(
                CASE WHEN a.wasted > 0 THEN (SELECT w.by_id FROM wastes w
                    WHERE w.tenant_id = a.tenant_id AND w.dispensation_id = a.dispensation_id AND w.line = a.line AND w.lot_id = a.lot_id
                    GROUP BY w.by_id ORDER BY SUM(CASE WHEN w.reverses IS NULL THEN w.amount ELSE -w.amount END) DESC, w.by_id LIMIT 1) END,
                (SELECT h.recipient_id FROM lot_issues i JOIN hand_overs h ON h.tenant_id = i.tenant_id AND h.dispensation_id = i.dispensation_id AND h.id = i.hand_over_id
                    WHERE i.tenant_id = a.tenant_id AND i.dispensation_id = a.dispensation_id AND i.line = a.line AND i.account = a.position
                    ORDER BY i.position LIMIT 1),
                d.requested_by)
        FROM lot_accounts a
        JOIN dispensations d ON d.tenant_id = a.tenant_id AND d.id = a.dispensation_id
        JOIN dispensation_lines l ON l.tenant_id = a.tenant_id AND l.dispensation_id = a.dispensation_id AND l.line = a.line
        WHERE a.tenant_id = ?1 AND d.site_id = ?2 AND d.department_id IS NOT NULL AND a.first_delivered >= ?3 AND a.first_delivered < ?4
        """;

    /// <inheritdoc/>
    public async Task<Page<LossRow>> ListAsync(TenantId tenant, SiteId site, Instant from, Instant until, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var filter = new Filter(Select, tenant.Value, site.Value, from, until);
        if (page.After is { } after)
        {
            var parts = after.Split('|');
            if (parts.Length != 3 || !InstantMark.TryParse(parts[0], out var mark) || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var line)
                || !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var position)) return new([], null);
            filter.Where("(a.first_delivered, a.dispensation_id, a.line, a.position) > ({0}, {1}, {2}, {3})", mark.At, mark.Id, line, position);
        }

        var (sql, values) = filter.End("ORDER BY a.first_delivered, a.dispensation_id, a.line, a.position", page.Size + 1);
        var found = await source.ListAsync(sql, values, Read, cancellationToken).ConfigureAwait(false);
        var cut = Paging.Cut(found, page, r => r.Mark);
        return new([.. cut.Items.Select(r => r.Row)], cut.Next);
    }

    private static (LossRow Row, string Mark) Read(Row r)
    {
        var product = DetailJson.Read<DispensableProduct>(r.Text(3));
        var row = new LossRow(
            r.Id<DispensationId>(0).Value, r.Instant(1), r.Id<DepartmentId>(2), product.Medication, product.AccountUnit, r.Id<PersonId>(8), Millionths.Read(r.Long(4)), Millionths.Read(r.Long(5)));
        return (row, FormattableString.Invariant($"{InstantMark.Of(row.At, row.Source)}|{r.Int(6)}|{r.Int(7)}"));
    }
}
