using Clinic.Abstractions;
using Clinic.Pharmacy.Medications;
using NodaTime;

namespace Clinic.Pharmacy.Prices;

/// <summary>Ends a price list for good.</summary>
/// <param name="List">The list.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="Effective">The first date on which it no longer holds; today or later.</param>
/// <param name="Reason">Why; 1 to 200 characters.</param>
/// <param name="PreparedBy">Who prepared it, when the one who acts only approves; null when the same person did both.</param>
public sealed record RetirePriceList(PriceListId List, long Version, LocalDate Effective, string Reason, PersonId? PreparedBy = null)
    : PharmacyCommand<CatalogueAnswer<PriceListId>>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.retire-price-list";
}
