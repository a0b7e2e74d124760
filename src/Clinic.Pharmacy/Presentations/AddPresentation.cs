using Clinic.Abstractions;
using Clinic.Pharmacy.Medications;

namespace Clinic.Pharmacy.Presentations;

/// <summary>Adds a presentation to the catalogue.</summary>
/// <param name="Data">The new presentation; its id and version are given by the catalogue.</param>
public sealed record AddPresentation(PresentationData Data) : PharmacyCommand<CatalogueAnswer<PresentationId>>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.add-presentation";
}
