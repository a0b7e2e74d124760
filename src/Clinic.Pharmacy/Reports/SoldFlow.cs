using Clinic.Abstractions;
using Clinic.Pharmacy.Prices;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Reports;

/// <summary>What was sold of a product to a segment and department, less what came back in the same period.</summary>
/// <param name="Segment">Whose prices held.</param>
/// <param name="Department">The department that received it, or null.</param>
/// <param name="Presentation">What was sold.</param>
/// <param name="Quantity">How much left, less what came back; below zero when more came back.</param>
/// <param name="Net">What was earned before taxes, less credits.</param>
/// <param name="Cost">What the lots that left cost, less those that came back, by the ledger.</param>
public sealed record SoldFlow(
    PriceSegment Segment, DepartmentId? Department, PresentationId Presentation, StockQuantity Quantity, Money Net, Money Cost);
