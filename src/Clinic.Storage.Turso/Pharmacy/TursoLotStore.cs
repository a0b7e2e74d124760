using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Stock;

namespace Clinic.Storage.Turso.Pharmacy;

/// <summary>Lots; numbers are compared byte by byte.</summary>
internal sealed class TursoLotStore(ClinicDatabase source) : ILotStore
{
    private const string Select = $"SELECT {LotRows.Columns} FROM lots l WHERE l.tenant_id = ?1";

    private const string Order = "(l.expiration IS NULL, coalesce(l.expiration, ''), l.received, l.id)";

    private const string Insert = """
        INSERT INTO lots (tenant_id, id, presentation_id, site_id, number, expiration, expiration_raw, unit_cost, currency, scale, received, supplier,
            receipt_id, gtin, status, version, created_at, updated_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?17)
        """;

    private const string Update =
        "UPDATE lots SET status = ?3, version = ?4, updated_at = ?5 WHERE tenant_id = ?1 AND id = ?2 AND version = ?4 - 1";

    /// <inheritdoc/>
    public Task<Lot?> FindAsync(TenantId tenant, LotId lot, CancellationToken cancellationToken) =>
        source.FindAsync($"{Select} AND l.id = ?2", [tenant.Value, lot.Value], LotRows.Read, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Lot>> ByNumberAsync(
        TenantId tenant, PresentationId presentation, LotNumber number, CancellationToken cancellationToken) =>
        await source.ListAsync(
            $"{Select} AND l.presentation_id = ?2 AND l.number = ?3 ORDER BY l.received, l.id",
            [tenant.Value, presentation.Value, number.Text], LotRows.Read, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<Page<Lot>> ListAsync(TenantId tenant, LotQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        var filter = new Filter(Select, tenant.Value);
        if (query.Presentation is { } presentation) filter.And("l.presentation_id =", presentation.Value);
        if (query.Number is { } number) filter.And("l.number =", number.Text);
        if (query.Status is { } status) filter.And("l.status =", SqlValue.Of(status));
        if (query.ExpiresBefore is { } before) filter.And("l.expiration <", before);
        if (page.After is { } after)
        {
            filter.And($"{Order} > (SELECT a.expiration IS NULL, coalesce(a.expiration, ''), a.received, a.id FROM lots a WHERE a.tenant_id = ?1 AND a.id =", after).Close();
        }

        var (sql, values) = filter.End("ORDER BY l.expiration IS NULL, coalesce(l.expiration, ''), l.received, l.id", page.Size + 1);
        return Paging.Cut(await source.ListAsync(sql, values, LotRows.Read, cancellationToken).ConfigureAwait(false), page, l => l.Id.ToString());
    }

    /// <inheritdoc/>
    public async Task<UnitCost?> LastCostAsync(TenantId tenant, PresentationId presentation, CancellationToken cancellationToken)
    {
        var last = await source.FindAsync(
            $"{Select} AND l.presentation_id = ?2 ORDER BY l.received DESC, l.id DESC LIMIT 1", [tenant.Value, presentation.Value], LotRows.Read, cancellationToken)
            .ConfigureAwait(false);
        return last?.UnitCost;
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, Lot lot)
    {
        var mine = TursoUnit.Of(unit);
        var s = lot.ToSnapshot();
        mine.Add(
            Insert, Guard.OneRow(lot.Fact),
            mine.Tenant, s.Id.Value, s.Presentation.Value, s.Site.Value, s.Number.Text, s.Expiration?.Date, s.Expiration?.Raw, LotRows.Steps(s.UnitCost),
            s.UnitCost.Currency.Code, s.Scale, s.Received, s.Supplier, s.Receipt?.Value, s.Gtin?.ToString(), SqlValue.Of(s.Status), s.Version, mine.Now);
    }

    /// <inheritdoc/>
    public void Save(IUnit unit, Lot lot)
    {
        var mine = TursoUnit.Of(unit);
        mine.Add(Update, Guard.OneRow(lot.Fact), mine.Tenant, lot.Id.Value, SqlValue.Of(lot.Status), lot.Version, mine.Now);
    }
}
