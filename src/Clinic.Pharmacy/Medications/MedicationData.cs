using Clinic.Abstractions;

namespace Clinic.Pharmacy.Medications;

/// <summary>What a person says about a medication; the catalogue adds id and version.</summary>
/// <param name="Code">The clinic's own code, unique per tenant; 1 to 40 characters.</param>
/// <param name="GenericName">The international nonproprietary name; 1 to 200 characters.</param>
/// <param name="DoseForm">The form, such as tablet or injection; 1 to 80 characters.</param>
/// <param name="Ingredients">1 to 30 active ingredients.</param>
/// <param name="CommercialName">The brand, or null.</param>
/// <param name="Manufacturer">Who makes it, or null.</param>
/// <param name="Registration">The number of the sanitary register, or null.</param>
/// <param name="AtcCode">The ATC code of the WHO, or null.</param>
/// <param name="Controlled">The controlled class.</param>
/// <param name="Storage">How it must be kept; null when nothing is stated.</param>
public sealed record MedicationData(
    string Code, string GenericName, string DoseForm, IReadOnlyList<Ingredient> Ingredients, string? CommercialName = null,
    string? Manufacturer = null, string? Registration = null, string? AtcCode = null, ControlledClass Controlled = ControlledClass.None,
    StorageConditions? Storage = null)
{
    internal MedicationSnapshot ToSnapshot(MedicationId id) =>
        new(id, Code, GenericName, CommercialName, Manufacturer, Registration, AtcCode, DoseForm, Ingredients ?? [], Controlled,
            Storage ?? StorageConditions.Unstated, IsRetired: false, Version: 1);
}
