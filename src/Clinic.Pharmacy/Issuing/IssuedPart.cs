using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Issuing;

/// <summary>What left of one lot.</summary>
/// <param name="Movement">The line of the ledger.</param>
/// <param name="Lot">The lot.</param>
/// <param name="Number">The manufacturer's number.</param>
/// <param name="Expiration">The last usable date, or null.</param>
/// <param name="Quantity">How much, in the base unit.</param>
/// <param name="UnitCost">What one base unit of the lot cost.</param>
public sealed record IssuedPart(
    MovementId Movement, LotId Lot, LotNumber Number, ExpirationDate? Expiration, StockQuantity Quantity, UnitCost UnitCost);
