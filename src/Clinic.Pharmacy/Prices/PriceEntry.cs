using Clinic.Abstractions;

namespace Clinic.Pharmacy.Prices;

/// <summary>One price of a list.</summary>
/// <param name="Presentation">What it is the price of.</param>
/// <param name="Per">What it is for: a base unit, a pack, from a wholesale minimum or always.</param>
/// <param name="Rule">How the price comes about.</param>
/// <param name="TaxGroup">The code of the tax group, such as <c>IVA15</c>; one per presentation.</param>
/// <param name="Floor">The lowest price per the same, whatever cost or discount say; null for none.</param>
public sealed record PriceEntry(PresentationId Presentation, PricePer Per, PriceRule Rule, string TaxGroup, decimal? Floor = null);
