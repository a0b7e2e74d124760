using Clinic.Abstractions;
using Clinic.Pharmacy.Medications;

namespace Clinic.Pharmacy.Presentations;

/// <summary>Takes a presentation out of use; stock that is left may still leave.</summary>
/// <param name="Presentation">Which one.</param>
/// <param name="Version">The version that was read.</param>
public sealed record RetirePresentation(PresentationId Presentation, long Version) : PharmacyCommand<CatalogueAnswer<PresentationId>>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.retire-presentation";
}
