using Clinic.Abstractions;
using Clinic.Pharmacy.Counting;
using Clinic.Pharmacy.Stock;

namespace Clinic.Storage.Turso.Pharmacy;

/// <summary>Physical counts.</summary>
internal sealed class TursoCountStore(ClinicDatabase source) : ICountStore
{
    private const string Select = """
        SELECT c.id, c.presentation_id, c.lot_id, c.location_id, c.scale, c.expected, c.counted, c.occurred, c.recorded, c.actor_id, c.posting_id, c.reason
        FROM stock_counts c WHERE c.tenant_id = ?1
        """;

    private const string Insert = """
        INSERT INTO stock_counts (tenant_id, id, presentation_id, lot_id, location_id, scale, expected, counted, occurred, recorded, actor_id, posting_id, reason)
        SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13
        WHERE NOT EXISTS (SELECT 1 FROM stock_counts c WHERE c.tenant_id = ?1 AND c.lot_id = ?4 AND c.location_id = ?5 AND c.occurred > ?9)
        """;

    /// <inheritdoc/>
    public Task<StockCount?> LatestAsync(TenantId tenant, LotId lot, LocationId location, CancellationToken cancellationToken) =>
        source.FindAsync(
            $"{Select} AND c.lot_id = ?2 AND c.location_id = ?3 ORDER BY c.occurred DESC, c.recorded DESC, c.id DESC LIMIT 1",
            [tenant.Value, lot.Value, location.Value], Read, cancellationToken);

    /// <inheritdoc/>
    public async Task<Page<StockCount>> ListAsync(TenantId tenant, LocationId? location, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var filter = new Filter(Select, tenant.Value);
        if (location is { } at) filter.And("c.location_id =", at.Value);
        if (page.After is { } after) filter.And("(c.occurred, c.id) < (SELECT a.occurred, a.id FROM stock_counts a WHERE a.tenant_id = ?1 AND a.id =", after).Close();
        var (sql, values) = filter.End("ORDER BY c.occurred DESC, c.id DESC", page.Size + 1);
        return Paging.Cut(await source.ListAsync(sql, values, Read, cancellationToken).ConfigureAwait(false), page, c => c.Id.ToString());
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, StockCount count)
    {
        ArgumentNullException.ThrowIfNull(count);
        var mine = TursoUnit.Of(unit);
        mine.Add(
            Insert, Guard.OneRow(PharmacyFacts.Balance(count.Lot)),
            mine.Tenant, count.Id.Value, count.Presentation.Value, count.Lot.Value, count.Location.Value, count.Counted.Scale, count.Expected.Steps,
            count.Counted.Steps, count.Occurred, count.Recorded, count.Actor.Value, count.Posting?.Value, count.Reason);
    }

    private static StockCount Read(Row r)
    {
        var scale = r.Int(4);
        return new(
            r.Id<CountId>(0), r.Id<PresentationId>(1), r.Id<LotId>(2), r.Id<LocationId>(3), new(r.Long(5), scale), new(r.Long(6), scale), r.Instant(7),
            r.Instant(8), r.Id<PersonId>(9), r.IdOrNull<PostingId>(10), r.TextOrNull(11));
    }
}
