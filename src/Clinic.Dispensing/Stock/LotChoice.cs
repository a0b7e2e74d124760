using Clinic.Abstractions;

namespace Clinic.Dispensing.Stock;

/// <summary>A lot that a person chose, and how much of it.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Quantity">How much, in base units.</param>
public sealed record LotChoice(LotId Lot, decimal Quantity);
