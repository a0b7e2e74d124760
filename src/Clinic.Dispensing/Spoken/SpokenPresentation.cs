using Clinic.Abstractions;

namespace Clinic.Dispensing.Spoken;

/// <summary>A presentation that may be meant.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The full name, read back to the speaker.</param>
/// <param name="BaseUnit">The unit in which it is counted.</param>
/// <param name="OtherNames">The generic name, the brand; each is a whole name. Null for none.</param>
/// <param name="ContainerContent">What one container holds, such as 2 mL; null when not known.</param>
/// <param name="Strength">The strength of the one active ingredient; null when there are several.</param>
public sealed record SpokenPresentation(
    PresentationId Id, string Name, UnitCode BaseUnit, IReadOnlyList<string>? OtherNames = null,
    Quantity? ContainerContent = null, SpokenStrength? Strength = null);
