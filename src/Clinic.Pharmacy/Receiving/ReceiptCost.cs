using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Receiving;

/// <summary>What one unit costs when free goods are spread over the paid ones. Pure.</summary>
public static class ReceiptCost
{
    /// <summary>Spreads a price over paid and free goods, to eight decimals, half away from zero.</summary>
    /// <remarks>1,000 at 8.82 and 10 free: unit cost 8.73267327, and the rounding line says the rest of 8,820.00.</remarks>
    /// <param name="price">What was paid in all.</param>
    /// <param name="paid">The quantity paid for.</param>
    /// <param name="free">The quantity that came free.</param>
    public static (UnitCost UnitCost, Money Rounding) Spread(Money price, StockQuantity paid, StockQuantity free)
    {
        var total = paid + free;
        if (total.Steps <= 0) throw new ArgumentException("Paid and free goods together must be more than zero.", nameof(paid));
        var cost = new UnitCost(Math.Round(price.Amount / total.Value, UnitCost.Decimals, MidpointRounding.AwayFromZero), price.Currency);
        return (cost, price - cost.ValueOf(total));
    }

    /// <summary>Whether a cost is so far from the last one that a person must confirm it.</summary>
    /// <param name="cost">The new cost.</param>
    /// <param name="last">The last cost of the presentation.</param>
    /// <param name="tolerance">How many times more or less is still near.</param>
    public static bool IsFar(UnitCost cost, UnitCost last, decimal tolerance) =>
        cost.Currency == last.Currency && (cost.Amount > last.Amount * tolerance || cost.Amount * tolerance < last.Amount);
}
