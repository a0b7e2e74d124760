using Clinic.Abstractions;

namespace Clinic.Dispensing.Dispensations;

/// <summary>For whom a dispensation is: a department, or a patient in a department.</summary>
/// <param name="Department">The department that receives and uses it; every request names one.</param>
/// <param name="Area">The kind of place where it is used.</param>
/// <param name="Patient">The patient; null for the stock of a department.</param>
/// <param name="Encounter">The encounter or stay it belongs to, or null.</param>
public sealed record DispensationTarget(DepartmentId? Department, CareArea Area, PatientId? Patient = null, EncounterId? Encounter = null)
{
    /// <summary>The area only; the patient is private.</summary>
    public override string ToString() => Area.ToString();
}
