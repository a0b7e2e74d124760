using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.SupplierReturns;

/// <summary>One lot that goes back.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Number">The number as printed.</param>
/// <param name="Presentation">The presentation.</param>
/// <param name="Location">Where it lies.</param>
/// <param name="Quantity">How much.</param>
/// <param name="UnitCost">What one base unit cost.</param>
public sealed record SupplierReturnLine(LotId Lot, LotNumber Number, PresentationId Presentation, LocationId Location, StockQuantity Quantity, UnitCost UnitCost)
{
    /// <summary>The exact cost of what goes back.</summary>
    public Money Cost => UnitCost.ValueOf(Quantity);
}
