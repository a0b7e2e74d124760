using Clinic.Abstractions;

namespace Clinic.Pharmacy.Stock;

/// <summary>How much of a lot lay at a location.</summary>
/// <param name="Presentation">The presentation.</param>
/// <param name="Lot">The lot.</param>
/// <param name="Location">The location.</param>
/// <param name="OnHand">How much; never zero in lists.</param>
/// <param name="UnitCost">What one base unit of the lot cost.</param>
public sealed record LotBalance(PresentationId Presentation, LotId Lot, LocationId Location, StockQuantity OnHand, UnitCost UnitCost)
{
    /// <summary>The exact value at the lot's cost.</summary>
    public Money Value => UnitCost.ValueOf(OnHand);
}
