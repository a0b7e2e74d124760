using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Presentations;

/// <summary>What a person says about a presentation; the catalogue adds id and version.</summary>
/// <param name="Medication">What it is a presentation of.</param>
/// <param name="Code">The clinic's own code, unique per tenant; 1 to 40 characters.</param>
/// <param name="Name">The name for people; 1 to 200 characters.</param>
/// <param name="BaseUnit">The unit in which stock is counted.</param>
/// <param name="Scale">Decimals of a quantity in the base unit, 0 to 6.</param>
/// <param name="Levels">Packaging from the innermost to the outermost; null for none.</param>
/// <param name="Gtins">The GTINs with their levels; null for none.</param>
/// <param name="RequiresExpiry">Whether every lot must have an expiration date.</param>
/// <param name="ContainerContent">What one container (vial, ampoule) holds, or null.</param>
/// <param name="BeyondUse">How long an opened container may be used, or null.</param>
public sealed record PresentationData(
    MedicationId Medication, string Code, string Name, UnitCode BaseUnit, int Scale = 0, IReadOnlyList<PackLevel>? Levels = null,
    IReadOnlyList<PresentationGtin>? Gtins = null, bool RequiresExpiry = true, Quantity? ContainerContent = null, Duration? BeyondUse = null)
{
    internal PresentationSnapshot ToSnapshot(PresentationId id) =>
        new(id, Medication, Code, Name, BaseUnit, Scale, Levels ?? [], Gtins ?? [], RequiresExpiry, ContainerContent, BeyondUse,
            IsRetired: false, Version: 1);
}
