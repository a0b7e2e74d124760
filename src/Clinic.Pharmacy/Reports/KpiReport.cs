using Clinic.Abstractions;

namespace Clinic.Pharmacy.Reports;

/// <summary>The key figures of a period in one currency; a figure whose divisor is zero is null.</summary>
/// <param name="Currency">The currency of the values behind the figures.</param>
/// <param name="Days">The days of the period.</param>
/// <param name="Flows">The values behind the figures; null for those who may not see costs.</param>
/// <param name="Turnover">How often the stock was turned over: cost of goods by the mean of opening and closing value.</param>
/// <param name="DaysOfStock">How many days the closing stock lasts at the pace of the period.</param>
/// <param name="FillRate">The part of what was asked for that was given: 1 is everything.</param>
/// <param name="WasteRate">Discarded value by all value that was used or discarded.</param>
/// <param name="DiscrepancyRate">The value of count differences, both directions added, by the mean value of stock.</param>
public sealed record KpiReport(
    Currency Currency, int Days, ValueFlows? Flows, decimal? Turnover, decimal? DaysOfStock, decimal? FillRate, decimal? WasteRate, decimal? DiscrepancyRate)
{
    /// <summary>The figures of values and demand. Pure.</summary>
    /// <param name="flows">Where the value of stock came from and went.</param>
    /// <param name="days">The days of the period.</param>
    /// <param name="asked">What was asked for, in base units.</param>
    /// <param name="given">What was given of it.</param>
    /// <param name="differences">The value of count differences, both directions added.</param>
    public static KpiReport Of(ValueFlows flows, int days, decimal asked, decimal given, Money differences)
    {
        ArgumentNullException.ThrowIfNull(flows);
        var (used, wasted, closing) = (flows.Used.Amount, flows.Wasted.Amount, flows.Closing.Amount);
        var average = (flows.Opening.Amount + closing) / 2;
        return new(
            flows.Opening.Currency, days, flows, Ratio(used, average), used > 0 ? closing * days / used : null, Ratio(given, asked), Ratio(wasted, used + wasted),
            Ratio(differences.Amount, average));
    }

    /// <summary>The figures without the values behind them.</summary>
    public KpiReport WithoutCosts() => this with { Flows = null };

    private static decimal? Ratio(decimal part, decimal whole) => whole > 0 ? part / whole : null;
}
