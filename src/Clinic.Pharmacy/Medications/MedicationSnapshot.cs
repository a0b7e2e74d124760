using Clinic.Abstractions;

namespace Clinic.Pharmacy.Medications;

/// <summary>The whole state of a <see cref="Medication"/>, as stores keep it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Code">The clinic's own code, unique per tenant.</param>
/// <param name="GenericName">The international nonproprietary name.</param>
/// <param name="CommercialName">The brand, or null.</param>
/// <param name="Manufacturer">Who makes it, or null.</param>
/// <param name="Registration">The number of the sanitary register (registro sanitario), or null.</param>
/// <param name="AtcCode">The ATC code of the WHO, or null.</param>
/// <param name="DoseForm">The form, such as tablet or injection.</param>
/// <param name="Ingredients">At least one.</param>
/// <param name="Controlled">The controlled class.</param>
/// <param name="Storage">How it must be kept.</param>
/// <param name="IsRetired">Whether it is no longer bought or prescribed.</param>
/// <param name="Version">Counts the changes, from 1.</param>
public sealed record MedicationSnapshot(
    MedicationId Id, string Code, string GenericName, string? CommercialName, string? Manufacturer, string? Registration, string? AtcCode,
    string DoseForm, IReadOnlyList<Ingredient> Ingredients, ControlledClass Controlled, StorageConditions Storage, bool IsRetired, long Version);
