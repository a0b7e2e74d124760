using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Counting;

/// <summary>A physical count: what was expected, what was found. Kept beside the adjustment it caused.</summary>
/// <param name="Id">The id.</param>
/// <param name="Presentation">The presentation.</param>
/// <param name="Lot">The lot.</param>
/// <param name="Location">The location.</param>
/// <param name="Expected">What the ledger said at that instant.</param>
/// <param name="Counted">What was found.</param>
/// <param name="Occurred">When it was counted.</param>
/// <param name="Recorded">When it was written down.</param>
/// <param name="Actor">Who counted.</param>
/// <param name="Posting">The movement of the difference; null when there was none.</param>
/// <param name="Reason">Why it differs, or null.</param>
public sealed record StockCount(
    CountId Id, PresentationId Presentation, LotId Lot, LocationId Location, StockQuantity Expected, StockQuantity Counted, Instant Occurred,
    Instant Recorded, PersonId Actor, PostingId? Posting, string? Reason)
{
    /// <summary>Counted less expected.</summary>
    public StockQuantity Difference => Counted - Expected;
}
