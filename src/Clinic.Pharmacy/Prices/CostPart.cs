using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Prices;

/// <summary>A part of a line that comes from one lot, with what the lot cost.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Quantity">How much comes from it.</param>
/// <param name="UnitCost">What one base unit of it cost.</param>
public sealed record CostPart(LotId Lot, StockQuantity Quantity, UnitCost UnitCost);
