using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Reports;

/// <summary>How much of a lot is out for a sale.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Quantity">How much left and did not come back.</param>
/// <param name="Value">Its exact cost.</param>
public sealed record TracedLot(LotId Lot, StockQuantity Quantity, Money Value);
