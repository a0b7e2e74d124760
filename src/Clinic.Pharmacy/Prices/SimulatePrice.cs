using Clinic.Abstractions;

namespace Clinic.Pharmacy.Prices;

/// <summary>Asks what a price would give against the stock of a site.</summary>
/// <param name="Site">The site.</param>
/// <param name="Presentation">What it would be the price of.</param>
/// <param name="Per">What it would be for.</param>
/// <param name="Rule">The price.</param>
/// <param name="TaxGroup">The tax group whose tax a fixed price contains; null when it contains none.</param>
public sealed record SimulatePrice(SiteId Site, PresentationId Presentation, PricePer Per, PriceRule Rule, string? TaxGroup = null);
