using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Prices;

/// <summary>Everything that may price on one date at one site.</summary>
/// <param name="Site">The site.</param>
/// <param name="On">The date, in the zone of the site.</param>
/// <param name="Lists">Price lists, of each the version that holds; others are not looked at.</param>
/// <param name="Specials">Special prices; those of other dates are not looked at.</param>
/// <param name="TaxGroups">The tax groups that the prices name.</param>
public sealed record PricesInForce(
    SiteId Site, LocalDate On, IReadOnlyList<PriceList> Lists, IReadOnlyList<SpecialPrice> Specials, IReadOnlyList<TaxGroup> TaxGroups);
