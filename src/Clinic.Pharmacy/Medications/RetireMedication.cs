using Clinic.Abstractions;

namespace Clinic.Pharmacy.Medications;

/// <summary>Takes a medication out of use; its history stays.</summary>
/// <param name="Medication">Which one.</param>
/// <param name="Version">The version that was read.</param>
public sealed record RetireMedication(MedicationId Medication, long Version) : PharmacyCommand<CatalogueAnswer<MedicationId>>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.retire-medication";
}
