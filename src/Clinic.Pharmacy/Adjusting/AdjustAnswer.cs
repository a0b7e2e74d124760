using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Adjusting;

/// <summary>What was discarded or corrected.</summary>
/// <param name="Posting">The movement it wrote.</param>
/// <param name="Quantity">How much, in the base unit.</param>
/// <param name="Value">Its exact value at the lot's cost.</param>
public sealed record AdjustAnswer(PostingId Posting, StockQuantity Quantity, Money Value);
