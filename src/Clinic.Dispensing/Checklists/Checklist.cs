using Clinic.Abstractions;

namespace Clinic.Dispensing.Checklists;

/// <summary>What a department usually requests, to be ticked off. Retired, never deleted.</summary>
/// <param name="Id">The id.</param>
/// <param name="Department">The department that requests by it.</param>
/// <param name="Name">The name for people; 1 to 120 characters.</param>
/// <param name="Items">1 to 100, each presentation once.</param>
/// <param name="IsRetired">Whether it is no longer used.</param>
/// <param name="Version">Counts the changes, from 1.</param>
public sealed record Checklist(
    ChecklistId Id, DepartmentId Department, string Name, IReadOnlyList<ChecklistItem> Items, bool IsRetired, long Version)
{
    /// <summary>The most items of a checklist.</summary>
    public const int MostItems = 100;

    /// <summary>The fact that guards rely on.</summary>
    public FactKey Fact => new("dispensing.checklist", Id.Value);
}
