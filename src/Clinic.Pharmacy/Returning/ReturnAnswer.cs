using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Returning;

/// <summary>What came back.</summary>
/// <param name="Posting">The movement it wrote.</param>
/// <param name="Quantity">How much, in the base unit.</param>
/// <param name="StillOut">What of that lot is still out.</param>
public sealed record ReturnAnswer(PostingId Posting, StockQuantity Quantity, StockQuantity StillOut);
