using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Reports;

/// <summary>What to buy of a product so that it lasts.</summary>
/// <param name="Product">The product.</param>
/// <param name="OnHand">On hand at the end of the period.</param>
/// <param name="Consumption">How much is used per day in stock.</param>
/// <param name="Wanted">What should be there: consumption over the days of cover and of delivery.</param>
/// <param name="Suggested">What is missing, rounded up to the smallest quantity of the product; more than zero.</param>
public sealed record PurchaseSuggestion(ReportProduct Product, StockQuantity OnHand, ConsumptionRate Consumption, decimal Wanted, StockQuantity Suggested)
{
    /// <summary>How many days the stock lasts; null without consumption.</summary>
    public decimal? DaysLeft => Consumption.PerDay > 0 ? OnHand.Value / Consumption.PerDay : null;

    /// <summary>The suggestion, or null when enough is there.</summary>
    public static PurchaseSuggestion? For(ReportProduct product, StockQuantity onHand, ConsumptionRate consumption, int days)
    {
        ArgumentNullException.ThrowIfNull(consumption);
        var wanted = consumption.PerDay * days;
        var steps = decimal.Ceiling((wanted - onHand.Value) * StockQuantity.Power(onHand.Scale));
        return steps > 0 ? new(product, onHand, consumption, wanted, new((long)steps, onHand.Scale)) : null;
    }
}
