using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Lots;

/// <summary>The content of the event <see cref="PharmacyEvents.LotRecalled"/>.</summary>
/// <param name="Presentation">The presentation.</param>
/// <param name="Number">The manufacturer's number.</param>
/// <param name="Lots">The lots.</param>
/// <param name="OnHand">What still lies in the clinic.</param>
/// <param name="HandedOut">What was issued and has not come back.</param>
/// <param name="Reason">Why.</param>
public sealed record LotRecalled(
    PresentationId Presentation, LotNumber Number, IReadOnlyList<LotId> Lots, StockQuantity OnHand, StockQuantity HandedOut, string Reason);
