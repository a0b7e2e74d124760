using Clinic.Pharmacy.Medications;
using NodaTime;

namespace Clinic.Pharmacy.Prices;

/// <summary>Ends a special price before its time.</summary>
/// <param name="Special">The special price.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="Last">The last date on which it holds; yesterday ends it at once.</param>
/// <param name="Reason">Why; 1 to 200 characters.</param>
public sealed record EndSpecialPrice(SpecialPriceId Special, long Version, LocalDate Last, string Reason) : PharmacyCommand<CatalogueAnswer<SpecialPriceId>>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.end-special-price";
}
