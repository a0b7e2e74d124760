using Clinic.Abstractions;
using Clinic.Pharmacy.Medications;

namespace Clinic.Pharmacy.Prices;

/// <summary>Publishes a new price list.</summary>
/// <param name="Data">The list; its id and version are given by the price book.</param>
/// <param name="Reason">Why; 1 to 200 characters.</param>
/// <param name="PreparedBy">Who prepared it, when the one who acts only approves; null when the same person did both.</param>
public sealed record PublishPriceList(PriceListData Data, string Reason, PersonId? PreparedBy = null) : PharmacyCommand<CatalogueAnswer<PriceListId>>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.publish-price-list";
}
