using Clinic.Abstractions;

namespace Clinic.Pharmacy.Issuing;

/// <summary>A lot that a person chose, and how much of it.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Quantity">How much, in the base unit or a pack.</param>
public sealed record LotPick(LotId Lot, Quantity Quantity);
