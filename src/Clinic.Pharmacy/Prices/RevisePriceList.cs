using System.Text.Json.Serialization;
using Clinic.Abstractions;
using Clinic.Pharmacy.Medications;
using NodaTime;

namespace Clinic.Pharmacy.Prices;

/// <summary>Publishes the next version of a price list; the earlier ones stay readable.</summary>
/// <param name="List">The list.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="Effective">The date from which the version holds; today or later.</param>
/// <param name="Reason">Why; 1 to 200 characters.</param>
/// <param name="Set">New and changed prices; what is not named stays.</param>
/// <param name="Remove">Prices that end.</param>
/// <param name="NewName">The new name of the list; null to keep it.</param>
/// <param name="Until">The new last date; null to keep it.</param>
/// <param name="PreparedBy">Who prepared it, when the one who acts only approves; null when the same person did both.</param>
public sealed record RevisePriceList(
    PriceListId List, long Version, LocalDate Effective, string Reason, IReadOnlyList<PriceEntry>? Set = null, IReadOnlyList<PriceEntryKey>? Remove = null,
    string? NewName = null, LocalDate? Until = null, PersonId? PreparedBy = null) : PharmacyCommand<CatalogueAnswer<PriceListId>>
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Name => "pharmacy.revise-price-list";
}
