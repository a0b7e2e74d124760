using System.Text.Json.Serialization;
using Clinic.Abstractions;
using Clinic.Pharmacy.Medications;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>Sets how much of a presentation a location should have.</summary>
/// <param name="Location">The location, at the site of the command.</param>
/// <param name="Presentation">The presentation.</param>
/// <param name="Minimum">At or below this, more is asked; in the base unit, zero or more.</param>
/// <param name="Maximum">Up to this; in the base unit, at least the minimum; zero asks for nothing.</param>
/// <param name="Pack">The pack in which it is asked, such as <c>box</c>; null for the smallest part that may leave.</param>
/// <param name="Version">The version that was read; null for whatever is stored.</param>
public sealed record SetStockLevel(
    LocationId Location, PresentationId Presentation, decimal Minimum, decimal Maximum, string? Pack = null, long? Version = null) : PharmacyCommand<CatalogueAnswer<StockLevelId>>
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Name => "pharmacy.set-stock-level";
}
