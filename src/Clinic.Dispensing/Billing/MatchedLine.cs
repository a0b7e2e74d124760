using Clinic.Abstractions;

namespace Clinic.Dispensing.Billing;

/// <summary>One delivered line with the billed lines that belong to it, or one billed line that belongs to none.</summary>
/// <param name="Kind">What the comparison says.</param>
/// <param name="Delivered">The delivered line; null for an extra one.</param>
/// <param name="Billed">The ids of the billed lines; empty for a missing one.</param>
/// <param name="Presentation">The presentation.</param>
/// <param name="DeliveredQuantity">What was delivered; zero for an extra one.</param>
/// <param name="BilledQuantity">What was billed; zero for a missing one.</param>
public sealed record MatchedLine(
    MatchKind Kind, DeliveredLine? Delivered, IReadOnlyList<string> Billed, PresentationId Presentation, decimal DeliveredQuantity, decimal BilledQuantity)
{
    /// <summary>Delivered less billed: positive was not billed, negative was billed too much.</summary>
    public decimal Difference => DeliveredQuantity - BilledQuantity;
}
