using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Transfers;

/// <summary>What was moved.</summary>
/// <param name="Posting">The movements it wrote.</param>
/// <param name="Quantity">How much, in the base unit.</param>
public sealed record MoveAnswer(PostingId Posting, StockQuantity Quantity);
