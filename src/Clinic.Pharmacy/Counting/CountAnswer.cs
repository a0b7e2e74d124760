using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Counting;

/// <summary>What a count found.</summary>
/// <param name="Count">The count.</param>
/// <param name="Posting">The movement of the difference; null when there was none.</param>
/// <param name="Expected">What the ledger said at that instant.</param>
/// <param name="Counted">What was found.</param>
/// <param name="Difference">Counted less expected.</param>
public sealed record CountAnswer(CountId Count, PostingId? Posting, StockQuantity Expected, StockQuantity Counted, StockQuantity Difference);
