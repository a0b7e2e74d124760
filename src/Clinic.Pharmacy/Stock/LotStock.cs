using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;

namespace Clinic.Pharmacy.Stock;

/// <summary>What lies of a lot at a location.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Location">The location.</param>
/// <param name="OnHand">What is there; never below zero.</param>
/// <param name="Reserved">What is kept aside of it; never above on hand.</param>
public sealed record LotStock(Lot Lot, LocationId Location, StockQuantity OnHand, StockQuantity Reserved)
{
    /// <summary>On hand less reserved.</summary>
    public StockQuantity Available => OnHand - Reserved;

    /// <summary>The exact value of what is there, at the lot's cost.</summary>
    public Money Value => Lot.UnitCost.ValueOf(OnHand);
}
