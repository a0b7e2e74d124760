using Clinic.Abstractions;
using Clinic.Dispensing.Patterns;

namespace Clinic.Testing.Losses;

/// <summary>What was planted, and whom or what a scan must name.</summary>
public sealed record PlantedCase(PlantedKind Kind, DepartmentId Department, MedicationId? Medication, string? Shift, PersonId? Person)
{
    /// <summary>Whether a pattern points at what was planted: the right shift with the right medication, or the right person.</summary>
    public bool IsNamedBy(LossPattern pattern) => Kind == PlantedKind.CertainNights
        ? pattern.Department == Department && pattern.Medication == Medication && pattern.Shift == Shift
        : pattern.Department == Department && pattern.Person == Person;
}
