using Clinic.Abstractions;

namespace Clinic.Dispensing.Products;

/// <summary>How much of an active ingredient a product holds.</summary>
/// <param name="Ingredient">The international nonproprietary name.</param>
/// <param name="Amount">The amount, such as 50 mg; positive.</param>
/// <param name="Per">The volume that holds it, such as 2 mL; null means one base unit.</param>
public sealed record ProductStrength(string Ingredient, Quantity Amount, Quantity? Per = null);
