using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Receiving;

/// <summary>One lot of a receipt: paid and free goods, and what they make one unit cost.</summary>
/// <param name="Lot">The lot it became.</param>
/// <param name="Presentation">The presentation.</param>
/// <param name="Paid">The quantity that was paid for.</param>
/// <param name="Free">The quantity that came free of charge.</param>
/// <param name="Price">What was paid for the line in all.</param>
/// <param name="UnitCost">Price over paid and free goods, to eight decimals.</param>
/// <param name="Rounding">Price less quantity times unit cost: what eight decimals cannot say.</param>
public sealed record ReceiptLine(
    LotId Lot, PresentationId Presentation, StockQuantity Paid, StockQuantity Free, Money Price, UnitCost UnitCost, Money Rounding);
