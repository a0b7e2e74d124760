using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Allocation;

/// <summary>What is taken of one lot.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="LotVersion">The version that the decision relied on.</param>
/// <param name="Quantity">More than zero, at most what was available.</param>
public readonly record struct AllocatedPart(LotId Lot, long LotVersion, StockQuantity Quantity);
