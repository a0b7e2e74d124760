using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>One lot of a delivery of a requisition, in the base unit.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Presentation">The presentation.</param>
/// <param name="Sent">What left.</param>
/// <param name="Received">What arrived whole.</param>
/// <param name="Damaged">What arrived damaged.</param>
/// <param name="WrittenOff">What was given up as lost.</param>
public sealed record DeliveredLot(LotId Lot, PresentationId Presentation, StockQuantity Sent, StockQuantity Received, StockQuantity Damaged, StockQuantity WrittenOff)
{
    /// <summary>What is still in transit, on its way or missing.</summary>
    public StockQuantity Outstanding => Sent - Received - Damaged - WrittenOff;
}
