using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.CountSessions;

/// <summary>What was found of a lot.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Quantity">What was found, zero included, in the base unit or a pack.</param>
/// <param name="IsFound">Whether it lies here although it is not on the list.</param>
/// <param name="Occurred">When it was counted; null means now.</param>
/// <param name="Note">What the counter saw; at most 200 characters.</param>
public sealed record CountedLot(LotId Lot, Quantity Quantity, bool IsFound = false, Instant? Occurred = null, string? Note = null);
