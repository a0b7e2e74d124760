using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;

namespace Clinic.Storage.Turso.Pharmacy;

/// <summary>Balances as guarded deltas, each with its line of the ledger.</summary>
internal sealed class TursoStockStore(ClinicDatabase source) : IStockStore
{
    private const int BalanceAt = 15;

    private const string Select = $"""
        SELECT {LotRows.Columns}, b.location_id, b.on_hand, b.reserved, b.scale
        FROM stock_balances b JOIN lots l ON l.tenant_id = b.tenant_id AND l.id = b.lot_id
        WHERE b.tenant_id = ?1
        """;

    private const string Arrive = """
        INSERT INTO stock_balances (tenant_id, lot_id, location_id, presentation_id, scale, on_hand, reserved, updated_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, ?7)
        ON CONFLICT (tenant_id, lot_id, location_id) DO UPDATE SET on_hand = on_hand + excluded.on_hand, updated_at = excluded.updated_at
        """;

    private const string Leave = """
        UPDATE stock_balances SET on_hand = on_hand - ?4, updated_at = ?5
        WHERE tenant_id = ?1 AND lot_id = ?2 AND location_id = ?3 AND on_hand - reserved >= ?4
        """;

    private const string ReserveSql = """
        UPDATE stock_balances SET reserved = reserved + ?4, updated_at = ?5
        WHERE tenant_id = ?1 AND lot_id = ?2 AND location_id = ?3 AND reserved + ?4 BETWEEN 0 AND on_hand
        """;

    private const string OnHandIs =
        "SELECT on_hand = ?4 FROM stock_balances WHERE tenant_id = ?1 AND lot_id = ?2 AND location_id = ?3";

    // No count has absorbed the instant; a reversal may also not pass a count of its original's very instant.
    private const string NotCounted = """
        NOT EXISTS (
            SELECT 1 FROM stock_counts c WHERE c.tenant_id = ?1 AND c.lot_id = ?2 AND c.location_id = ?3
                AND (c.occurred > ?4 OR (c.occurred = ?4 AND c.recorded > (
                    SELECT o.recorded FROM stock_movements o WHERE o.tenant_id = ?1 AND o.id = ?6))))
        """;

    private const string ArrivalHolds = $"SELECT {NotCounted} AND ?5 IS NOT NULL";

    // Walking back from now, the balance before each later movement is on hand less all that came after; none may be below zero.
    private const string DepartureHolds = $"""
        SELECT {NotCounted} AND coalesce((
            SELECT max(later) FROM (
                SELECT sum(m.change) OVER (ORDER BY m.occurred DESC, m.recorded DESC, m.sequence DESC) AS later
                FROM stock_movements m WHERE m.tenant_id = ?1 AND m.lot_id = ?2 AND m.location_id = ?3 AND m.occurred >= ?4
                    AND (m.occurred > ?4 OR m.recorded > ?5))), 0)
            <= (SELECT b.on_hand FROM stock_balances b WHERE b.tenant_id = ?1 AND b.lot_id = ?2 AND b.location_id = ?3)
        """;

    private const string Returned =
        "coalesce((SELECT sum(CASE WHEN r.reverses_id IS NULL THEN r.quantity ELSE -r.quantity END) FROM stock_movements r WHERE r.tenant_id = ?1 AND r.returns_id = ?2), 0)";

    private const string ReturnHolds = $"""
        SELECT {Returned} <= o.quantity AND NOT EXISTS (SELECT 1 FROM stock_movements v WHERE v.tenant_id = ?1 AND v.reverses_id = ?2)
        FROM stock_movements o WHERE o.tenant_id = ?1 AND o.id = ?2
        """;

    private const string NothingCameBack = $"SELECT {Returned} = 0";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LotStock>> CandidatesAsync(
        TenantId tenant, PresentationId presentation, LocationId location, CancellationToken cancellationToken) =>
        await source.ListAsync(
            $"{Select} AND b.presentation_id = ?2 AND b.location_id = ?3 AND b.on_hand > 0",
            [tenant.Value, presentation.Value, location.Value], Read, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public Task<LotStock?> FindAsync(TenantId tenant, LotId lot, LocationId location, CancellationToken cancellationToken) =>
        source.FindAsync($"{Select} AND b.lot_id = ?2 AND b.location_id = ?3", [tenant.Value, lot.Value, location.Value], Read, cancellationToken);

    /// <inheritdoc/>
    public async Task<Page<LotStock>> ListAsync(TenantId tenant, StockQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        var filter = new Filter($"{Select} AND b.on_hand > 0", tenant.Value);
        StockFilter.Add(filter, query);
        // The mark is made of ids only: presentation, lot, location.
        if (page.After is { } after) filter.And("b.presentation_id || '|' || b.lot_id || '|' || b.location_id >", after);
        var (sql, values) = filter.End("ORDER BY b.presentation_id, b.lot_id, b.location_id", page.Size + 1);
        var found = await source.ListAsync(sql, values, Read, cancellationToken).ConfigureAwait(false);
        return Paging.Cut(found, page, s => $"{s.Lot.Presentation}|{s.Lot.Id}|{s.Location}");
    }

    /// <inheritdoc/>
    public void Post(IUnit unit, StockMovement movement)
    {
        ArgumentNullException.ThrowIfNull(movement);
        var mine = TursoUnit.Of(unit);
        var m = movement;
        var balance = PharmacyFacts.Balance(m.Lot);
        var arrives = m.Direction == MovementDirection.In;
        if (arrives)
            mine.Add(Arrive, Guard.OneRow(balance), mine.Tenant, m.Lot.Value, m.Location.Value, m.Presentation.Value, m.Quantity.Scale, m.Quantity.Steps, mine.Now);
        else
            mine.Add(Leave, Guard.OneRow(balance), mine.Tenant, m.Lot.Value, m.Location.Value, m.Quantity.Steps, mine.Now);
        MovementRows.Insert(mine, m);
        mine.Add(
            arrives ? ArrivalHolds : DepartureHolds, Guard.Holds(balance),
            mine.Tenant, m.Lot.Value, m.Location.Value, m.Occurred, m.Recorded, m.Reverses?.Value);
        if (m.Returns is { } issue) mine.Add(ReturnHolds, Guard.Holds(new("pharmacy.movement", issue.Value)), mine.Tenant, issue.Value);
        if (m is { Kind: MovementKind.Issue, Reverses: { } reversed })
            mine.Add(NothingCameBack, Guard.Holds(new("pharmacy.movement", reversed.Value)), mine.Tenant, reversed.Value);
    }

    /// <inheritdoc/>
    public void Reserve(IUnit unit, LotId lot, LocationId location, StockQuantity change)
    {
        var mine = TursoUnit.Of(unit);
        mine.Add(ReserveSql, Guard.OneRow(PharmacyFacts.Balance(lot)), mine.Tenant, lot.Value, location.Value, change.Steps, mine.Now);
    }

    /// <inheritdoc/>
    public void RequireOnHand(IUnit unit, LotId lot, LocationId location, StockQuantity onHand)
    {
        var mine = TursoUnit.Of(unit);
        mine.Add(OnHandIs, Guard.Holds(PharmacyFacts.Balance(lot)), mine.Tenant, lot.Value, location.Value, onHand.Steps);
    }

    private static LotStock Read(Row r)
    {
        var scale = r.Int(BalanceAt + 3);
        return new(LotRows.Read(r), r.Id<LocationId>(BalanceAt), new(r.Long(BalanceAt + 1), scale), new(r.Long(BalanceAt + 2), scale));
    }
}
