using Clinic.Abstractions;
using Clinic.Pharmacy.Medications;

namespace Clinic.Pharmacy.Presentations;

/// <summary>Changes a presentation that was read at a version; unit, scale and packs are frozen once stock moved.</summary>
/// <param name="Presentation">Which one.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="Data">The new data, all of it.</param>
public sealed record RevisePresentation(PresentationId Presentation, long Version, PresentationData Data)
    : PharmacyCommand<CatalogueAnswer<PresentationId>>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.revise-presentation";
}
