using System.Globalization;
using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.Pharmacy.Reservations;
using NodaTime;

namespace Clinic.Pharmacy.InMemory;

/// <summary>Reservations in memory.</summary>
public sealed class InMemoryReservationStore(InMemoryCoordinator coordinator) : IReservationStore
{
    private readonly Dictionary<(TenantId Tenant, ReservationId Id), Reservation> all = [];
    private readonly Dictionary<(TenantId Tenant, ReservationId Id), Reservation> active = [];

    /// <inheritdoc/>
    public Task<Reservation?> FindAsync(TenantId tenant, ReservationId reservation, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => all.GetValueOrDefault((tenant, reservation))));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Reservation>> ActiveOnAsync(TenantId tenant, LotId lot, LocationId? location, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read<IReadOnlyList<Reservation>>(() =>
        [
            .. active
                .Where(r => r.Key.Tenant == tenant)
                .Select(r => r.Value)
                .Where(r => r.Lines.Any(l => l.Lot == lot && (location is null || l.Location == location) && !l.Quantity.IsZero))
                .OrderByDescending(Mark, StringComparer.Ordinal),
        ]));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Reservation>> RunOutAsync(
        TenantId tenant, PresentationId? presentation, Instant now, int most, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read<IReadOnlyList<Reservation>>(() =>
        [
            .. active
                .Where(r => r.Key.Tenant == tenant)
                .Select(r => r.Value)
                .Where(r => r.HasRunOutAt(now) && (presentation is null || r.Presentation == presentation))
                .OrderBy(r => r.Expires)
                .ThenBy(r => r.Id.Value)
                .Take(most),
        ]));

    /// <inheritdoc/>
    public Task<Page<Reservation>> ListAsync(TenantId tenant, string? owner, bool activeOnly, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var found = coordinator.Read(() => (activeOnly ? active : all)
            .Where(r => r.Key.Tenant == tenant && (owner is null || r.Value.Owner == owner))
            .Select(r => r.Value)
            .OrderByDescending(Mark, StringComparer.Ordinal)
            .Where(r => page.After is null || string.CompareOrdinal(Mark(r), page.After) < 0)
            .Take(page.Size + 1)
            .ToList());
        return Task.FromResult(Paging.Cut(found, page, Mark));
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, Reservation reservation) => Stage(unit, reservation);

    /// <inheritdoc/>
    public void Save(IUnit unit, Reservation reservation) => Stage(unit, reservation);

    private void Stage(IUnit unit, Reservation reservation)
    {
        var key = (unit.Context.Tenant, reservation.Id);
        InMemoryUnit.Of(unit).Stage(c =>
        {
            c.AdvanceFact(reservation.Fact, reservation.Version);
            c.Put(all, key, reservation);
            if (reservation.Status == ReservationStatus.Active) c.Put(active, key, reservation);
            else c.Remove(active, key);
        });
    }

    private static string Mark(Reservation r) => string.Create(CultureInfo.InvariantCulture, $"{r.Made.ToUnixTimeMicroseconds():D20}|{r.Id}");
}
