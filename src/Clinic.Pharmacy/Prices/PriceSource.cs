namespace Clinic.Pharmacy.Prices;

/// <summary>Where a price comes from, so that it can be looked up years later.</summary>
/// <param name="List">The price list.</param>
/// <param name="Code">The code of the list.</param>
/// <param name="Version">The version of the list.</param>
/// <param name="Special">The special price that came before it or took something off; null for none.</param>
public sealed record PriceSource(PriceListId List, string Code, long Version, SpecialPriceId? Special);
