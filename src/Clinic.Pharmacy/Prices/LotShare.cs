using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Prices;

/// <summary>The share of a lot in a line; the shares of all lots sum to the line to the cent.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Quantity">How much comes from it.</param>
/// <param name="Net">Its share of the net.</param>
/// <param name="Tax">Its share of the tax.</param>
/// <param name="Earnings">What its share leaves over its own cost; null where costs are hidden.</param>
public sealed record LotShare(LotId Lot, StockQuantity Quantity, Money Net, Money Tax, PriceEarnings? Earnings)
{
    /// <summary>Its share of the total.</summary>
    public Money Total => Net + Tax;
}
