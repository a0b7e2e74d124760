using Clinic.Abstractions;

namespace Clinic.Dispensing.Spoken;

/// <summary>How much active ingredient is in a base unit, or in a volume.</summary>
/// <param name="Amount">The amount, such as 500 mg or 100 ug.</param>
/// <param name="Per">The volume that holds it, such as 2 mL; null for one base unit.</param>
public sealed record SpokenStrength(Quantity Amount, Quantity? Per = null);
