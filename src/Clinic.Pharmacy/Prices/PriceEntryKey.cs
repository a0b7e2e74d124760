using Clinic.Abstractions;

namespace Clinic.Pharmacy.Prices;

/// <summary>Names one price of a list.</summary>
/// <param name="Presentation">What it is the price of.</param>
/// <param name="Per">What it is for.</param>
public sealed record PriceEntryKey(PresentationId Presentation, PricePer Per);
