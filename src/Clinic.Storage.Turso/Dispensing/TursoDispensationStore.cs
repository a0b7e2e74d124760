using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using NodaTime;

namespace Clinic.Storage.Turso.Dispensing;

/// <summary>Dispensations as wholes, with their child rows.</summary>
internal sealed class TursoDispensationStore(ClinicDatabase source) : IDispensationStore
{
    private const string Select = $"SELECT {DispensationRows.Columns} FROM dispensations d WHERE d.tenant_id = ?1";

    // The page is chosen first, and a cross join keeps that order, so that child rows are gathered for the rows of the page only.
    private const string SelectPage = $"SELECT {DispensationRows.Columns} FROM (";

    private const string JoinPage =
        ") page CROSS JOIN dispensations d ON d.tenant_id = ?1 AND d.id = page.id ORDER BY page.requested_at DESC, page.id DESC";

    /// <inheritdoc/>
    public Task<Dispensation?> FindAsync(TenantId tenant, DispensationId dispensation, CancellationToken cancellationToken) =>
        source.FindAsync($"{Select} AND d.id = ?2", [tenant.Value, dispensation.Value], DispensationRows.Read, cancellationToken);

    /// <inheritdoc/>
    public async Task<Page<Dispensation>> ListAsync(TenantId tenant, DispensationQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        if (DispensationFilter.Of(tenant, query, page) is not var (sql, values)) return new([], null);

        var found = await source.ListAsync(string.Concat(SelectPage, sql, JoinPage), values, DispensationRows.Read, cancellationToken).ConfigureAwait(false);
        return Paging.Cut(found, page, d => InstantMark.Of(d.Requested.At, d.Id.Value));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DispensationId>> KeepingAsync(TenantId tenant, LotId lot, CancellationToken cancellationToken) =>
        await source.ListAsync(
            "SELECT DISTINCT p.dispensation_id FROM dispensation_parts p WHERE p.tenant_id = ?1 AND p.lot_id = ?2 ORDER BY p.dispensation_id",
            [tenant.Value, lot.Value], r => r.Id<DispensationId>(0), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Dispensation>> RefillsAsync(TenantId tenant, DispensationId first, CancellationToken cancellationToken) =>
        await source.ListAsync($"{Select} AND d.refill_of = ?2 ORDER BY d.refill_no", [tenant.Value, first.Value], DispensationRows.Read, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DispensationId>> DueAsync(TenantId tenant, DeadlineKind kind, Instant now, int most, CancellationToken cancellationToken)
    {
        var due = DispensationState.ColumnOf(kind);
        return await source.ListAsync(
            $"SELECT d.id FROM dispensations d WHERE d.tenant_id = ?1 AND d.{due} <= ?2 ORDER BY d.{due}, d.id LIMIT ?3",
            [tenant.Value, now, most], r => r.Id<DispensationId>(0), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, Dispensation dispensation)
    {
        ArgumentNullException.ThrowIfNull(dispensation);
        var mine = TursoUnit.Of(unit);
        DispensationWrites.Add(mine, dispensation);
        new ChildWrites(mine, dispensation).Write(null, dispensation.ToSnapshot());
    }

    /// <inheritdoc/>
    public void Save(IUnit unit, Dispensation before, Dispensation after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        DispensationWrites.CheckSuccession(before, after);
        var mine = TursoUnit.Of(unit);
        DispensationWrites.Save(mine, before, after);
        new ChildWrites(mine, after).Write(before.ToSnapshot(), after.ToSnapshot());
    }
}
