using Clinic.Pharmacy.Gs1;

namespace Clinic.Pharmacy.Presentations;

/// <summary>A GTIN and the level of packaging that carries it.</summary>
/// <param name="Gtin">The number, normalised to 14 digits.</param>
/// <param name="Level">The pack level's name; null for the base unit.</param>
public sealed record PresentationGtin(Gtin Gtin, string? Level = null);
