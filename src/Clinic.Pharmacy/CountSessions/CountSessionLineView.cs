using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.CountSessions;

/// <summary>One line as a person may see it now; what a blind counter may not see is null.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Number">The number as printed.</param>
/// <param name="Expiration">The last usable date, or null.</param>
/// <param name="Presentation">The presentation.</param>
/// <param name="IsControlled">Whether two people must count it.</param>
/// <param name="IsFound">Whether it was found here although it was not on the list.</param>
/// <param name="ToCount">Whether it must still be counted in this round.</param>
/// <param name="Expected">What the ledger says, or null while it is hidden or unknown.</param>
/// <param name="Counted">The first count, or null.</param>
/// <param name="Recounted">The last recount, or null.</param>
/// <param name="Difference">Counted less expected, or null while either is hidden or unknown.</param>
/// <param name="Value">The exact value of the difference at lot cost, or null.</param>
/// <param name="Entries">What was written down, as far as it may be seen.</param>
public sealed record CountSessionLineView(
    LotId Lot, LotNumber Number, ExpirationDate? Expiration, PresentationId Presentation, bool IsControlled, bool IsFound, bool ToCount,
    StockQuantity? Expected, StockQuantity? Counted, StockQuantity? Recounted, StockQuantity? Difference, Money? Value,
    IReadOnlyList<CountEntry> Entries);
