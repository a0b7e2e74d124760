using Clinic.Abstractions;

namespace Clinic.Pharmacy.Medications;

/// <summary>An active ingredient with its strength, or its concentration when there is a volume.</summary>
/// <param name="Name">The international nonproprietary name, 1 to 120 characters.</param>
/// <param name="Strength">The amount, such as 500 mg; positive.</param>
/// <param name="Per">The volume that holds the amount, such as 5 mL; null for solid forms.</param>
public sealed record Ingredient(string Name, Quantity Strength, Quantity? Per = null);
