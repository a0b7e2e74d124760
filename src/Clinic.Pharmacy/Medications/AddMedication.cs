using Clinic.Abstractions;

namespace Clinic.Pharmacy.Medications;

/// <summary>Adds a medication to the catalogue.</summary>
/// <param name="Data">The new medication; its id and version are given by the catalogue.</param>
public sealed record AddMedication(MedicationData Data) : PharmacyCommand<CatalogueAnswer<MedicationId>>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.add-medication";
}
