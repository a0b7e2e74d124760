using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Reports;

/// <summary>The sum of all movements of a lot at a place that are of one kind, direction and department.</summary>
/// <param name="Presentation">What moved.</param>
/// <param name="Lot">Of which lot.</param>
/// <param name="Location">Where.</param>
/// <param name="Kind">Why; a reversal keeps the kind and turns the direction.</param>
/// <param name="Direction">In or out.</param>
/// <param name="Department">The department that received an issue, or null.</param>
/// <param name="Quantity">How much; more than zero.</param>
/// <param name="UnitCost">What one base unit cost.</param>
public sealed record StockFlow(
    PresentationId Presentation, LotId Lot, LocationId Location, MovementKind Kind, MovementDirection Direction, DepartmentId? Department, StockQuantity Quantity,
    UnitCost UnitCost)
{
    /// <summary>The change of on hand: positive in, negative out.</summary>
    public StockQuantity Change => Direction == MovementDirection.In ? Quantity : -Quantity;

    /// <summary>The exact value of the change, with its sign.</summary>
    public Money ValueChange => UnitCost.ValueOf(Change);
}
