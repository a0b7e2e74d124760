using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Issuing;

/// <summary>What a line takes of which lots.</summary>
internal sealed record PickedLine(
    Presentation Presentation, IReadOnlyList<(LotStock Stock, StockQuantity Quantity)> Parts, StockQuantity Unallocated, bool OrderRelaxed);
