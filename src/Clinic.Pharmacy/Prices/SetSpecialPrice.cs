using Clinic.Abstractions;
using Clinic.Pharmacy.Medications;

namespace Clinic.Pharmacy.Prices;

/// <summary>Approves a special price; the one who acts is who approved it.</summary>
/// <param name="Data">The special price.</param>
/// <param name="Reason">Why; 1 to 200 characters.</param>
/// <param name="PreparedBy">Who prepared it; null when the same person did both.</param>
public sealed record SetSpecialPrice(SpecialPriceData Data, string Reason, PersonId? PreparedBy = null) : PharmacyCommand<CatalogueAnswer<SpecialPriceId>>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.set-special-price";
}
