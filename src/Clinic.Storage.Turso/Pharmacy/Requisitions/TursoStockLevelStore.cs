using Clinic.Abstractions;
using Clinic.Pharmacy.Requisitions;
using Clinic.Pharmacy.Stock;

namespace Clinic.Storage.Turso.Pharmacy.Requisitions;

/// <summary>How much stock locations should have.</summary>
internal sealed class TursoStockLevelStore(ClinicDatabase source) : IStockLevelStore
{
    private const string Select = """
        SELECT l.id, l.location_id, l.presentation_id, l.scale, l.minimum, l.maximum, l.pack, l.set_by, l.set_at, l.version
        FROM stock_levels l WHERE l.tenant_id = ?1
        """;

    private const string Insert = """
        INSERT INTO stock_levels (tenant_id, id, location_id, presentation_id, scale, minimum, maximum, pack, set_by, set_at, version, created_at, updated_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 1, ?11, ?11)
        """;

    private const string Update = """
        UPDATE stock_levels SET scale = ?3, minimum = ?4, maximum = ?5, pack = ?6, set_by = ?7, set_at = ?8, version = ?9, updated_at = ?10
        WHERE tenant_id = ?1 AND id = ?2 AND version = ?9 - 1
        """;

    /// <inheritdoc/>
    public Task<StockLevel?> FindAsync(TenantId tenant, LocationId location, PresentationId presentation, CancellationToken cancellationToken) =>
        source.FindAsync($"{Select} AND l.location_id = ?2 AND l.presentation_id = ?3", [tenant.Value, location.Value, presentation.Value], Read, cancellationToken);

    /// <inheritdoc/>
    public async Task<Page<StockLevel>> ListAsync(TenantId tenant, LocationId? location, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var filter = new Filter(Select, tenant.Value);
        if (location is { } place) filter.And("l.location_id =", place.Value);
        if (page.After is { } after) filter.And("l.location_id || '|' || l.presentation_id >", after);
        var (sql, values) = filter.End("ORDER BY l.location_id, l.presentation_id", page.Size + 1);
        return Paging.Cut(await source.ListAsync(sql, values, Read, cancellationToken).ConfigureAwait(false), page, l => $"{l.Location}|{l.Presentation}");
    }

    /// <inheritdoc/>
    public void Save(IUnit unit, StockLevel level)
    {
        ArgumentNullException.ThrowIfNull(level);
        var mine = TursoUnit.Of(unit);
        var s = level.ToSnapshot();
        if (s.Version == 1)
        {
            mine.Add(
                Insert, Guard.OneRow(level.Fact),
                mine.Tenant, s.Id.Value, s.Location.Value, s.Presentation.Value, s.Minimum.Scale, s.Minimum.Steps, s.Maximum.Steps, s.Pack, s.SetBy.Value, s.At, mine.Now);
        }
        else
        {
            mine.Add(
                Update, Guard.OneRow(level.Fact),
                mine.Tenant, s.Id.Value, s.Minimum.Scale, s.Minimum.Steps, s.Maximum.Steps, s.Pack, s.SetBy.Value, s.At, s.Version, mine.Now);
        }
    }

    private static StockLevel Read(Row r)
    {
        var scale = r.Int(3);
        return StockLevel.Restore(new(
            r.Id<StockLevelId>(0), r.Id<LocationId>(1), r.Id<PresentationId>(2), new StockQuantity(r.Long(4), scale), new StockQuantity(r.Long(5), scale), r.TextOrNull(6),
            r.Id<PersonId>(7), r.Instant(8), r.Long(9)));
    }
}
