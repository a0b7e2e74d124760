using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Transfers;

/// <summary>One lot of a transfer.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Presentation">The presentation.</param>
/// <param name="Sent">What left.</param>
/// <param name="Received">What arrived so far.</param>
/// <param name="Lost">What was written off on the way.</param>
public sealed record TransferLine(LotId Lot, PresentationId Presentation, StockQuantity Sent, StockQuantity Received, StockQuantity Lost)
{
    /// <summary>What is still on its way.</summary>
    public StockQuantity Outstanding => Sent - Received - Lost;
}
