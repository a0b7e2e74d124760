using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Counting;

/// <summary>The content of the event <see cref="PharmacyEvents.CountDiffers"/>.</summary>
/// <param name="Count">The count.</param>
/// <param name="Lot">The lot.</param>
/// <param name="Location">The location.</param>
/// <param name="Expected">What the ledger said.</param>
/// <param name="Counted">What was found.</param>
public sealed record CountDiffers(CountId Count, LotId Lot, LocationId Location, StockQuantity Expected, StockQuantity Counted);
