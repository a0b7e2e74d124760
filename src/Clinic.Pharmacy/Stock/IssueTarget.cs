using Clinic.Abstractions;

namespace Clinic.Pharmacy.Stock;

/// <summary>Who received what was issued; recall asks for it.</summary>
/// <param name="Department">The receiving department, or null.</param>
/// <param name="Patient">The receiving patient, or null.</param>
/// <param name="Encounter">The visit it belongs to, or null.</param>
public sealed record IssueTarget(DepartmentId? Department = null, PatientId? Patient = null, EncounterId? Encounter = null);
