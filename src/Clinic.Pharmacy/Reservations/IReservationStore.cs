using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Reservations;

/// <summary>Loads and stages reservations; the stock they keep aside is staged through <see cref="Stock.IStockStore.Reserve"/>.</summary>
public interface IReservationStore
{
    /// <summary>A reservation with its lines in order, or null.</summary>
    Task<Reservation?> FindAsync(TenantId tenant, ReservationId reservation, CancellationToken cancellationToken);

    /// <summary>Active reservations that still keep some of a lot, at one location or anywhere; newest first, then by id downwards.</summary>
    Task<IReadOnlyList<Reservation>> ActiveOnAsync(TenantId tenant, LotId lot, LocationId? location, CancellationToken cancellationToken);

    /// <summary>Active reservations whose time has come, of one presentation or all; the oldest expiry first.</summary>
    Task<IReadOnlyList<Reservation>> RunOutAsync(
        TenantId tenant, PresentationId? presentation, Instant now, int most, CancellationToken cancellationToken);

    /// <summary>Reservations newest first, then by id downwards, of one owner or all, only active ones or all; paged.</summary>
    Task<Page<Reservation>> ListAsync(TenantId tenant, string? owner, bool activeOnly, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Stages a new reservation.</summary>
    void Add(IUnit unit, Reservation reservation);

    /// <summary>Stages a changed reservation; conflicts unless the version before is stored.</summary>
    void Save(IUnit unit, Reservation reservation);
}
