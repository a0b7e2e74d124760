using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Sales;

/// <summary>What left of one lot for a line of a sale.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Number">The manufacturer's number.</param>
/// <param name="Expiration">The last usable date, or null.</param>
/// <param name="Quantity">How much, in the base unit.</param>
/// <param name="UnitCost">What one base unit of the lot cost.</param>
/// <param name="Total">Its share of the line's total; the shares sum to it exactly.</param>
/// <param name="Returned">How much of it came back.</param>
public sealed record SalePart(
    LotId Lot, LotNumber Number, ExpirationDate? Expiration, StockQuantity Quantity, UnitCost UnitCost, Money Total, StockQuantity Returned)
{
    /// <summary>The exact cost of what left.</summary>
    public Money Cost() => UnitCost.ValueOf(Quantity);

    /// <summary>What is still with the buyer.</summary>
    public StockQuantity Outstanding() => Quantity - Returned;
}
