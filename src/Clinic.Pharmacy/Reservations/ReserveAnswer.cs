using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Reservations;

/// <summary>What is kept aside.</summary>
/// <param name="Reservation">The reservation.</param>
/// <param name="Lines">The lots.</param>
/// <param name="Unallocated">What was asked and could not be kept; only where partial was allowed.</param>
/// <param name="OrderRelaxed">Whether a remnant of a pack that cannot be opened was passed over.</param>
/// <param name="Expires">When it runs out.</param>
public sealed record ReserveAnswer(
    ReservationId Reservation, IReadOnlyList<ReservationLine> Lines, StockQuantity Unallocated, bool OrderRelaxed, Instant Expires);
