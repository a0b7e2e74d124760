using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Presentations;

/// <summary>The whole state of a <see cref="Presentation"/>, as stores keep it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Medication">What it is a presentation of.</param>
/// <param name="Code">The clinic's own code, unique per tenant.</param>
/// <param name="Name">The name for people.</param>
/// <param name="BaseUnit">The unit in which stock is counted.</param>
/// <param name="Scale">Decimals of a quantity in the base unit, 0 to 6; frozen at the first movement.</param>
/// <param name="Levels">Packaging from the innermost to the outermost; may be empty.</param>
/// <param name="Gtins">The GTINs with their levels; may be empty.</param>
/// <param name="RequiresExpiry">Whether every lot must have an expiration date.</param>
/// <param name="ContainerContent">What one container (vial, ampoule) holds, or null.</param>
/// <param name="BeyondUse">How long an opened container may be used, or null.</param>
/// <param name="IsRetired">Whether it is no longer bought.</param>
/// <param name="Version">Counts the changes, from 1.</param>
public sealed record PresentationSnapshot(
    PresentationId Id, MedicationId Medication, string Code, string Name, UnitCode BaseUnit, int Scale, IReadOnlyList<PackLevel> Levels,
    IReadOnlyList<PresentationGtin> Gtins, bool RequiresExpiry, Quantity? ContainerContent, Duration? BeyondUse, bool IsRetired, long Version);
