using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Dispensing.Stock;

/// <summary>Stock of one lot that left for good.</summary>
/// <param name="Posting">The posting of the ledger; a return names it.</param>
/// <param name="Reservation">The reservation it was taken from.</param>
/// <param name="Lot">The lot.</param>
/// <param name="Number">The manufacturer's number.</param>
/// <param name="Expiration">The last usable date, or null.</param>
/// <param name="Quantity">How much, in base units.</param>
/// <param name="Cost">What it cost, exactly.</param>
public sealed record IssuedStock(
    Guid Posting, Guid Reservation, LotId Lot, string Number, LocalDate? Expiration, decimal Quantity, Money Cost);
