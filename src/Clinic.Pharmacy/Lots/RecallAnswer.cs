using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Lots;

/// <summary>What a recall blocked.</summary>
/// <param name="Recalled">The lots that are recalled by this command.</param>
/// <param name="AlreadyRecalled">The lots of the number that were recalled before.</param>
/// <param name="OnHand">What still lies in the clinic of all of them.</param>
/// <param name="HandedOut">What was issued of them and has not come back.</param>
public sealed record RecallAnswer(
    IReadOnlyList<LotId> Recalled, IReadOnlyList<LotId> AlreadyRecalled, StockQuantity OnHand, StockQuantity HandedOut);
