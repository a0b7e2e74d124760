using Clinic.Abstractions;
using Clinic.Pharmacy.Reservations;
using NodaTime;

namespace Clinic.Storage.Turso.Pharmacy;

/// <summary>Reservations with their lines.</summary>
internal sealed class TursoReservationStore(ClinicDatabase source) : IReservationStore
{
    private const string Select = """
        SELECT r.id, r.owner, r.presentation_id, r.made, r.made_by, r.expires, r.status, r.version,
            (SELECT json_group_array(json_array(x.position, x.lot_id, x.location_id, x.quantity, x.scale))
             FROM stock_reservation_lines x WHERE x.tenant_id = r.tenant_id AND x.reservation_id = r.id)
        FROM stock_reservations r WHERE r.tenant_id = ?1
        """;

    private const string Insert = """
        INSERT INTO stock_reservations (tenant_id, id, owner, presentation_id, made, made_by, expires, status, version, created_at, updated_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10)
        """;

    private const string Update =
        "UPDATE stock_reservations SET status = ?3, version = ?4, updated_at = ?5 WHERE tenant_id = ?1 AND id = ?2 AND version = ?4 - 1";

    /// <inheritdoc/>
    public Task<Reservation?> FindAsync(TenantId tenant, ReservationId reservation, CancellationToken cancellationToken) =>
        source.FindAsync($"{Select} AND r.id = ?2", [tenant.Value, reservation.Value], Read, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Reservation>> ActiveOnAsync(
        TenantId tenant, LotId lot, LocationId? location, CancellationToken cancellationToken)
    {
        const string Held = "r.status = 'active' AND r.id IN (SELECT h.reservation_id FROM stock_reservation_lines h WHERE h.tenant_id = ?1 AND h.quantity > 0 AND h.lot_id =";
        var filter = new Filter(Select, tenant.Value).And(Held, lot.Value);
        if (location is { } at) filter.And("h.location_id =", at.Value);
        var (sql, values) = filter.Close().End("ORDER BY r.made DESC, r.id DESC", int.MaxValue);
        return await source.ListAsync(sql, values, Read, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Reservation>> RunOutAsync(
        TenantId tenant, PresentationId? presentation, Instant now, int most, CancellationToken cancellationToken)
    {
        var filter = new Filter($"{Select} AND r.status = 'active' AND r.expires <= ?2", tenant.Value, now);
        if (presentation is { } of) filter.And("r.presentation_id =", of.Value);
        var (sql, values) = filter.End("ORDER BY r.expires, r.id", most);
        return await source.ListAsync(sql, values, Read, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<Page<Reservation>> ListAsync(
        TenantId tenant, string? owner, bool activeOnly, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var filter = new Filter(Select, tenant.Value);
        if (owner is not null) filter.And("r.owner =", owner);
        if (activeOnly) filter.And("r.status = 'active'");
        if (page.After is { } after) filter.And("(r.made, r.id) < (SELECT a.made, a.id FROM stock_reservations a WHERE a.tenant_id = ?1 AND a.id =", after).Close();
        var (sql, values) = filter.End("ORDER BY r.made DESC, r.id DESC", page.Size + 1);
        return Paging.Cut(await source.ListAsync(sql, values, Read, cancellationToken).ConfigureAwait(false), page, r => r.Id.ToString());
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, Reservation reservation)
    {
        var mine = TursoUnit.Of(unit);
        var s = reservation.ToSnapshot();
        mine.Add(
            Insert, Guard.OneRow(reservation.Fact),
            mine.Tenant, s.Id.Value, s.Owner, s.Presentation.Value, s.Made, s.MadeBy.Value, s.Expires, SqlValue.Of(s.Status), s.Version, mine.Now);
        for (var i = 0; i < s.Lines.Count; i++)
        {
            var line = s.Lines[i];
            mine.Add(
                "INSERT INTO stock_reservation_lines (tenant_id, reservation_id, position, lot_id, location_id, quantity, scale) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                Guard.None, mine.Tenant, s.Id.Value, i, line.Lot.Value, line.Location.Value, line.Quantity.Steps, line.Quantity.Scale);
        }
    }

    /// <inheritdoc/>
    public void Save(IUnit unit, Reservation reservation)
    {
        var mine = TursoUnit.Of(unit);
        mine.Add(Update, Guard.OneRow(reservation.Fact), mine.Tenant, reservation.Id.Value, SqlValue.Of(reservation.Status), reservation.Version, mine.Now);
        for (var i = 0; i < reservation.Lines.Count; i++)
        {
            mine.Add(
                "UPDATE stock_reservation_lines SET quantity = ?4 WHERE tenant_id = ?1 AND reservation_id = ?2 AND position = ?3",
                Guard.OneRow(reservation.Fact), mine.Tenant, reservation.Id.Value, i, reservation.Lines[i].Quantity.Steps);
        }
    }

    private static Reservation Read(Row r) => Reservation.Restore(new(
        r.Id<ReservationId>(0), r.Text(1), r.Id<PresentationId>(2),
        JsonRows.Read(r.Text(8), x => new ReservationLine(LotId.Parse(x.Text(1)), LocationId.Parse(x.Text(2)), new(x.Long(3), (int)x.Long(4)))),
        r.Instant(3), r.Id<PersonId>(4), r.Instant(5), r.Enum<ReservationStatus>(6), r.Long(7)));
}
