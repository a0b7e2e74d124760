using Clinic.Abstractions;

namespace Clinic.Pharmacy.Stock;

/// <summary>A balance that does not equal the sum of its movements; there must be none.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Location">The location.</param>
/// <param name="Balance">What the balance says.</param>
/// <param name="Ledger">What the movements sum to.</param>
public sealed record LedgerDifference(LotId Lot, LocationId Location, StockQuantity Balance, StockQuantity Ledger);
