using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Reports;

/// <summary>What a presentation's stock did within a quarter of an hour; days of every zone are made of whole ones.</summary>
/// <param name="Presentation">The presentation.</param>
/// <param name="Begins">The beginning of the quarter.</param>
/// <param name="Change">The change of on hand.</param>
/// <param name="Used">What was issued, less what came back.</param>
public sealed record QuarterFlow(PresentationId Presentation, Instant Begins, StockQuantity Change, StockQuantity Used)
{
    /// <summary>How long a quarter is.</summary>
    public static Duration Length { get; } = Duration.FromMinutes(15);
}
