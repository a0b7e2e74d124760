using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>Says what a location should ask for; pure.</summary>
public static class RequisitionSuggester
{
    /// <summary>Asks up to the maximum in whole packs, once what is there and on its way is at or below the minimum.</summary>
    /// <remarks>Packs are rounded down so that the maximum holds; only where that leaves nothing at all, one pack is asked.</remarks>
    /// <param name="level">The level.</param>
    /// <param name="onHand">What lies there and may be used.</param>
    /// <param name="onTheWay">What is in transit to it or asked and not refused.</param>
    /// <param name="multiple">The pack in base units, more than zero.</param>
    public static SuggestedLine Suggest(StockLevel level, StockQuantity onHand, StockQuantity onTheWay, StockQuantity multiple)
    {
        ArgumentNullException.ThrowIfNull(level);
        ArgumentOutOfRangeException.ThrowIfLessThan(multiple.Steps, 1);
        var coming = onHand + onTheWay;
        var ask = StockQuantity.Zero(coming.Scale);
        if (coming <= level.Minimum && coming < level.Maximum)
        {
            var packs = (level.Maximum - coming).Steps / multiple.Steps;
            ask = new(Math.Max(packs, 1) * multiple.Steps, coming.Scale);
        }

        return new(level.Presentation, level.Minimum, level.Maximum, onHand, onTheWay, multiple, ask);
    }
}
