using Clinic.Abstractions;
using Clinic.Pharmacy.Medications;

namespace Clinic.Pharmacy.Alerts;

/// <summary>A product at a place, as rules look at it; a site as a whole has neither department nor location.</summary>
/// <param name="Presentation">The presentation, or null for what is about none.</param>
/// <param name="Medication">Its medication, or null.</param>
/// <param name="Controlled">The controlled class, or null.</param>
/// <param name="AtcCode">The ATC code, or null.</param>
/// <param name="Department">The department, or null.</param>
/// <param name="Location">The location, or null.</param>
public sealed record AlertSubject(
    PresentationId? Presentation, MedicationId? Medication, ControlledClass? Controlled, string? AtcCode, DepartmentId? Department, LocationId? Location);
