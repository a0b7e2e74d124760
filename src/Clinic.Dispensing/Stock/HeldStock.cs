using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Dispensing.Stock;

/// <summary>Stock of one lot that is kept aside for a line.</summary>
/// <param name="Reservation">The reservation that keeps it.</param>
/// <param name="Lot">The lot.</param>
/// <param name="Number">The manufacturer's number.</param>
/// <param name="Expiration">The last usable date, or null.</param>
/// <param name="Quantity">How much, in base units.</param>
public sealed record HeldStock(Guid Reservation, LotId Lot, string Number, LocalDate? Expiration, decimal Quantity);
