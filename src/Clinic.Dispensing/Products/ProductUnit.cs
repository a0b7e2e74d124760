using Clinic.Abstractions;

namespace Clinic.Dispensing.Products;

/// <summary>A unit in which a product may be asked for.</summary>
/// <param name="Unit">The unit, such as a box.</param>
/// <param name="BaseUnits">How many base units it holds; positive.</param>
public sealed record ProductUnit(UnitCode Unit, decimal BaseUnits);
