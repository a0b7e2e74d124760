using Clinic.Abstractions;
using Clinic.Pharmacy.Sales.Shifts;

namespace Clinic.Storage.Turso.Pharmacy.Sales;

/// <summary>Cashier shifts.</summary>
internal sealed class TursoShiftStore(ClinicDatabase source) : IShiftStore
{
    private const string Select = """
        SELECT c.id, c.site_id, c.cashier_id, c.currency, c.float, c.opened, c.totals, c.status, c.closed, c.closed_by, c.reason, c.version
        FROM cashier_shifts c WHERE c.tenant_id = ?1
        """;

    private const string Insert = """
        INSERT INTO cashier_shifts (tenant_id, id, site_id, cashier_id, currency, float, opened, totals, status, version, created_at, updated_at)
        SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?11
        WHERE NOT EXISTS (SELECT 1 FROM cashier_shifts c WHERE c.tenant_id = ?1 AND c.site_id = ?3 AND c.cashier_id = ?4 AND c.status = ?12)
        """;

    private const string Update = """
        UPDATE cashier_shifts SET totals = ?3, status = ?4, closed = ?5, closed_by = ?6, reason = ?7, version = ?8, updated_at = ?9
        WHERE tenant_id = ?1 AND id = ?2 AND version = ?8 - 1
        """;

    /// <inheritdoc/>
    public Task<CashierShift?> FindAsync(TenantId tenant, ShiftId shift, CancellationToken cancellationToken) =>
        source.FindAsync($"{Select} AND c.id = ?2", [tenant.Value, shift.Value], Read, cancellationToken);

    /// <inheritdoc/>
    public Task<CashierShift?> OpenOfAsync(TenantId tenant, SiteId site, PersonId cashier, CancellationToken cancellationToken) =>
        source.FindAsync(
            $"{Select} AND c.site_id = ?2 AND c.cashier_id = ?3 AND c.status = ?4",
            [tenant.Value, site.Value, cashier.Value, SqlValue.Of(ShiftStatus.Open)], Read, cancellationToken);

    /// <inheritdoc/>
    public async Task<Page<CashierShift>> ListAsync(TenantId tenant, PersonId? cashier, bool openOnly, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var filter = new Filter(Select, tenant.Value);
        if (cashier is { } one) filter.And("c.cashier_id =", one.Value);
        if (openOnly) filter.And("c.status =", SqlValue.Of(ShiftStatus.Open));
        if (page.After is { } after) filter.And("(c.opened, c.id) < (SELECT a.opened, a.id FROM cashier_shifts a WHERE a.tenant_id = ?1 AND a.id =", after).Close();
        var (sql, values) = filter.End("ORDER BY c.opened DESC, c.id DESC", page.Size + 1);
        return Paging.Cut(await source.ListAsync(sql, values, Read, cancellationToken).ConfigureAwait(false), page, s => s.Id.ToString());
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, CashierShift shift)
    {
        ArgumentNullException.ThrowIfNull(shift);
        var mine = TursoUnit.Of(unit);
        var s = shift.ToSnapshot();
        mine.Add(
            Insert, Guard.OneRow(shift.Fact),
            mine.Tenant, s.Id.Value, s.Site.Value, s.Cashier.Value, s.Float.Currency.Code, s.Float.Amount, s.Opened, SaleRows.Json(s.Totals), SqlValue.Of(s.Status),
            s.Version, mine.Now, SqlValue.Of(ShiftStatus.Open));
    }

    /// <inheritdoc/>
    public void Save(IUnit unit, CashierShift shift)
    {
        ArgumentNullException.ThrowIfNull(shift);
        var mine = TursoUnit.Of(unit);
        var s = shift.ToSnapshot();
        mine.Add(
            Update, Guard.OneRow(shift.Fact),
            mine.Tenant, s.Id.Value, SaleRows.Json(s.Totals), SqlValue.Of(s.Status), s.Closed, s.ClosedBy?.Value, s.Reason, s.Version, mine.Now);
    }

    private static CashierShift Read(Row r) => CashierShift.Restore(new(
        r.Id<ShiftId>(0), r.Id<SiteId>(1), r.Id<PersonId>(2), new(r.Decimal(4), Currency.Of(r.Text(3))), r.Instant(5),
        SaleRows.Json<IReadOnlyList<KindTotal>>(r.Text(6)), r.Enum<ShiftStatus>(7), r.InstantOrNull(8), r.IdOrNull<PersonId>(9), r.TextOrNull(10), r.Long(11)));
}
