using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Receiving;

/// <summary>A lot that a delivery made.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Presentation">The presentation.</param>
/// <param name="Number">The manufacturer's number.</param>
/// <param name="Expiration">The last usable date, or null.</param>
/// <param name="Quantity">Paid and free goods together, in the base unit.</param>
/// <param name="UnitCost">What one base unit costs, free goods spread.</param>
/// <param name="Rounding">Price less quantity times unit cost.</param>
/// <param name="Status">Approved, or recalled when the number was recalled before.</param>
public sealed record ReceivedLot(
    LotId Lot, PresentationId Presentation, LotNumber Number, ExpirationDate? Expiration, StockQuantity Quantity, UnitCost UnitCost, Money Rounding,
    LotStatus Status);
