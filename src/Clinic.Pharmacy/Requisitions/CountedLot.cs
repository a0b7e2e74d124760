using Clinic.Abstractions;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>What arrived of a lot.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Whole">What arrived whole; null for nothing.</param>
/// <param name="Damaged">What arrived damaged; null for nothing.</param>
/// <param name="Discard">Whether the damaged part is discarded at once; otherwise it goes to quarantine.</param>
public sealed record CountedLot(LotId Lot, Quantity? Whole, Quantity? Damaged = null, bool Discard = false);
