namespace Clinic.Dispensing.Checklists;

/// <summary>The checklist and its version.</summary>
/// <param name="Checklist">The checklist.</param>
/// <param name="Version">Its version.</param>
public sealed record ChecklistAnswer(ChecklistId Checklist, long Version);
