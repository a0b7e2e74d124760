using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Storage.Turso.Pharmacy;

/// <summary>Reads the ledger.</summary>
internal sealed class TursoMovementStore(ClinicDatabase source) : IMovementStore
{
    private const int AfterMovement = 26;

    private const string Select = $"SELECT {MovementRows.Columns} FROM stock_movements m WHERE m.tenant_id = ?1";

    private const string SelectPosting = $"""
        SELECT {MovementRows.Columns},
            EXISTS (SELECT 1 FROM stock_movements v WHERE v.tenant_id = m.tenant_id AND v.reverses_id = m.id),
            (SELECT sum(CASE WHEN r.reverses_id IS NULL THEN r.quantity ELSE -r.quantity END)
             FROM stock_movements r WHERE r.tenant_id = m.tenant_id AND r.returns_id = m.id)
        FROM stock_movements m WHERE m.tenant_id = ?1 AND m.posting_id = ?2 ORDER BY m.line
        """;

    private const string SelectAsOf = """
        SELECT b.presentation_id, b.lot_id, b.location_id, b.on_hand - coalesce(t.later, 0) AS then_on_hand, b.scale, l.unit_cost, l.currency
        FROM stock_balances b JOIN lots l ON l.tenant_id = b.tenant_id AND l.id = b.lot_id
        LEFT JOIN (
            SELECT m.lot_id, m.location_id, sum(m.change) AS later FROM stock_movements m
            WHERE m.tenant_id = ?1 AND (m.occurred > ?2 OR m.recorded > ?3) GROUP BY m.lot_id, m.location_id
        ) t ON t.lot_id = b.lot_id AND t.location_id = b.location_id
        WHERE b.tenant_id = ?1 AND then_on_hand <> 0
        """;

    private const string SelectDifferences = """
        SELECT b.lot_id, b.location_id, b.scale, b.on_hand, coalesce(t.sum, 0)
        FROM stock_balances b LEFT JOIN (
            SELECT m.lot_id, m.location_id, sum(m.change) AS sum FROM stock_movements m WHERE m.tenant_id = ?1 GROUP BY m.lot_id, m.location_id
        ) t ON t.lot_id = b.lot_id AND t.location_id = b.location_id
        WHERE b.tenant_id = ?1 AND b.on_hand <> coalesce(t.sum, 0)
        UNION ALL
        SELECT m.lot_id, m.location_id, max(m.scale), 0, sum(m.change) FROM stock_movements m
        WHERE m.tenant_id = ?1 AND NOT EXISTS (
            SELECT 1 FROM stock_balances b WHERE b.tenant_id = m.tenant_id AND b.lot_id = m.lot_id AND b.location_id = m.location_id)
        GROUP BY m.lot_id, m.location_id
        ORDER BY 1, 2
        """;

    /// <inheritdoc/>
    public async Task<StockPosting?> FindPostingAsync(TenantId tenant, PostingId posting, CancellationToken cancellationToken)
    {
        var lines = await source.ListAsync(SelectPosting, [tenant.Value, posting.Value], r =>
            (Movement: MovementRows.Read(r), IsReversed: r.Bool(AfterMovement), Returned: r.LongOrNull(AfterMovement + 1)), cancellationToken).ConfigureAwait(false);
        if (lines.Count == 0) return null;
        return new(
            posting,
            [.. lines.Select(l => l.Movement)],
            lines.Where(l => l.IsReversed).Select(l => l.Movement.Id).ToHashSet(),
            lines.Where(l => l.Returned is not null).ToDictionary(l => l.Movement.Id, l => new StockQuantity(l.Returned!.Value, l.Movement.Quantity.Scale)));
    }

    /// <inheritdoc/>
    public async Task<Page<StockMovement>> ListAsync(TenantId tenant, MovementQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        var filter = new Filter(Select, tenant.Value);
        if (query.Presentation is { } presentation) filter.And("m.presentation_id =", presentation.Value);
        if (query.Lot is { } lot) filter.And("m.lot_id =", lot.Value);
        if (query.Location is { } location) filter.And("m.location_id =", location.Value);
        if (query.Kind is { } kind) filter.And("m.kind =", SqlValue.Of(kind));
        if (query.Transfer is { } transfer) filter.And("m.transfer_id =", transfer.Value);
        if (query.Patient is { } patient) filter.And("m.to_patient =", patient.Value);
        if (query.From is { } from) filter.And("m.occurred >=", from);
        if (query.Until is { } until) filter.And("m.occurred <", until);
        if (page.After is { } after)
        {
            filter.And("(m.occurred, m.recorded, m.sequence) < (SELECT a.occurred, a.recorded, a.sequence FROM stock_movements a WHERE a.tenant_id = ?1 AND a.id =", after).Close();
        }

        var (sql, values) = filter.End("ORDER BY m.occurred DESC, m.recorded DESC, m.sequence DESC", page.Size + 1);
        return Paging.Cut(await source.ListAsync(sql, values, MovementRows.Read, cancellationToken).ConfigureAwait(false), page, m => m.Id.ToString());
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StockMovement>> AfterAsync(
        TenantId tenant, LotId lot, LocationId location, Instant occurred, CancellationToken cancellationToken) =>
        await source.ListAsync(
            $"{Select} AND m.lot_id = ?2 AND m.location_id = ?3 AND m.occurred > ?4 ORDER BY m.occurred, m.recorded, m.sequence",
            [tenant.Value, lot.Value, location.Value, occurred], MovementRows.Read, cancellationToken).ConfigureAwait(false);

    // From now back: on hand less everything that occurred, or was written down, too late to count.
    /// <inheritdoc/>
    public async Task<IReadOnlyList<LotBalance>> AsOfAsync(TenantId tenant, AsOfQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var filter = new Filter(SelectAsOf, tenant.Value, query.At, query.KnownAt is { } known ? known : long.MaxValue);
        StockFilter.Add(filter, query.Stock);
        var (sql, values) = filter.End("ORDER BY b.presentation_id, b.lot_id, b.location_id", int.MaxValue);
        return await source.ListAsync(sql, values, r => new LotBalance(
            r.Id<PresentationId>(0), r.Id<LotId>(1), r.Id<LocationId>(2), new(r.Long(3), r.Int(4)), LotRows.Cost(r.Long(5), r.Text(6))), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<bool> HasMovedAsync(TenantId tenant, PresentationId presentation, CancellationToken cancellationToken) =>
        (await source.ListAsync(
            "SELECT EXISTS (SELECT 1 FROM stock_movements m WHERE m.tenant_id = ?1 AND m.presentation_id = ?2)",
            [tenant.Value, presentation.Value], r => r.Bool(0), cancellationToken).ConfigureAwait(false))[0];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LedgerDifference>> DifferencesAsync(TenantId tenant, CancellationToken cancellationToken) =>
        await source.ListAsync(SelectDifferences, [tenant.Value], r => new LedgerDifference(
            r.Id<LotId>(0), r.Id<LocationId>(1), new(r.Long(3), r.Int(2)), new(r.Long(4), r.Int(2))), cancellationToken).ConfigureAwait(false);
}
