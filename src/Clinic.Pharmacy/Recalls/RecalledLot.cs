using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using NodaTime;

namespace Clinic.Pharmacy.Recalls;

/// <summary>A lot that a campaign took in.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Presentation">The presentation.</param>
/// <param name="Number">The number as printed.</param>
/// <param name="Added">When the campaign took it in; later than its opening for lots received since.</param>
public sealed record RecalledLot(LotId Lot, PresentationId Presentation, LotNumber Number, Instant Added);
