using Clinic.Abstractions;

namespace Clinic.Pharmacy.SupplierReturns;

/// <summary>One lot that shall go back.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Location">Where it lies.</param>
/// <param name="Quantity">How much, in the base unit or a pack.</param>
public sealed record ReturnedGoods(LotId Lot, LocationId Location, Quantity Quantity);
