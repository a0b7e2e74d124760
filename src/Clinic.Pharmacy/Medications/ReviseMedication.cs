using Clinic.Abstractions;

namespace Clinic.Pharmacy.Medications;

/// <summary>Changes a medication that was read at a version.</summary>
/// <param name="Medication">Which one.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="Data">The new data, all of it.</param>
public sealed record ReviseMedication(MedicationId Medication, long Version, MedicationData Data) : PharmacyCommand<CatalogueAnswer<MedicationId>>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.revise-medication";
}
