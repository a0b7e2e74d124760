using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>The quantities of one presentation of a requisition; sent is always on the way, received, damaged and short together.</summary>
/// <param name="Presentation">The presentation.</param>
/// <param name="Asked">What was asked.</param>
/// <param name="Approved">What was granted; null before the approval.</param>
/// <param name="Sent">What left in all deliveries.</param>
/// <param name="OnTheWay">What is in deliveries that nobody has counted.</param>
/// <param name="Received">What arrived whole.</param>
/// <param name="Damaged">What arrived damaged.</param>
/// <param name="Short">What did not arrive, given up or not.</param>
/// <param name="WrittenOff">What of the short was given up.</param>
/// <param name="Unsent">What is still to be sent; zero once the rest is closed.</param>
public sealed record RequisitionFigures(
    PresentationId Presentation, StockQuantity Asked, StockQuantity? Approved, StockQuantity Sent, StockQuantity OnTheWay, StockQuantity Received,
    StockQuantity Damaged, StockQuantity Short, StockQuantity WrittenOff, StockQuantity Unsent)
{
    /// <summary>What is short and neither found nor given up.</summary>
    public StockQuantity Missing => Short - WrittenOff;

    /// <summary>What the destination may still expect: missing, on its way and unsent.</summary>
    public StockQuantity Expected => Missing + OnTheWay + Unsent;
}
