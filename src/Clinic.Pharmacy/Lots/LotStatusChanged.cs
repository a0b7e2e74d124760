using Clinic.Abstractions;

namespace Clinic.Pharmacy.Lots;

/// <summary>The content of the event <see cref="PharmacyEvents.LotStatusChanged"/>.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Number">The manufacturer's number.</param>
/// <param name="From">The status before.</param>
/// <param name="To">The status now.</param>
/// <param name="Reason">Why.</param>
public sealed record LotStatusChanged(LotId Lot, LotNumber Number, LotStatus From, LotStatus To, string Reason);
