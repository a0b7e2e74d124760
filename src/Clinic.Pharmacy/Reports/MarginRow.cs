using System.Text.Json.Serialization;
using Clinic.Abstractions;
using Clinic.Pharmacy.Json;
using Clinic.Pharmacy.Prices;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Reports;

/// <summary>What sales left over their cost, in words that cannot be misread.</summary>
/// <param name="Product">The product; null when rows are not per product.</param>
/// <param name="Segment">The segment; null when rows are not per segment.</param>
/// <param name="Department">The department; null for none, or when rows are not per department.</param>
/// <param name="DepartmentName">Its name for people, or null.</param>
/// <param name="Month">The month; null when rows are not per month.</param>
/// <param name="Quantity">Sold less returned; null when rows are not per product.</param>
/// <param name="Net">Earned before taxes, less credits; below zero when more was credited.</param>
/// <param name="Cost">The exact cost of the lots that left and did not come back.</param>
public sealed record MarginRow(
    ReportProduct? Product, PriceSegment? Segment, DepartmentId? Department, string? DepartmentName, [property: JsonConverter(typeof(YearMonthConverter))] YearMonth? Month, StockQuantity? Quantity, Money Net, Money Cost)
{
    /// <summary>Net less cost: above zero a gain, below zero a loss.</summary>
    public Money Profit => Net - Cost;

    /// <summary>Profit by net, in percent; null unless something was earned.</summary>
    public decimal? MarginOnPricePercent => Net.Amount > 0 && Cost.Amount >= 0 ? MarginOnPrice.Of(Net.Amount, Cost.Amount)?.Percent : null;

    /// <summary>Profit by cost, in percent; null unless something was paid for the goods.</summary>
    public decimal? MarkupOnCostPercent => Net.Amount >= 0 && Cost.Amount > 0 ? MarkupOnCost.Of(Net.Amount, Cost.Amount)?.Percent : null;
}
