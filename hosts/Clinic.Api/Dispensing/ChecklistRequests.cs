using Clinic.Abstractions;
using Clinic.Dispensing.Checklists;

namespace Clinic.Api.Dispensing;

/// <summary>A new checklist.</summary>
/// <param name="Department">The department that requests by it.</param>
/// <param name="Name">The name for people; 1 to 120 characters.</param>
/// <param name="Items">1 to 100 items, each presentation once.</param>
public sealed record AddChecklistRequest(DepartmentId Department, string Name, IReadOnlyList<ChecklistItem> Items);

/// <summary>New content of a checklist.</summary>
/// <param name="Department">The department that requests by it.</param>
/// <param name="Name">The name for people; 1 to 120 characters.</param>
/// <param name="Items">1 to 100 items, each presentation once.</param>
/// <param name="IsRetired">Whether it is taken out of use.</param>
/// <param name="Version">The version that was read; or send it as If-Match.</param>
public sealed record ChangeChecklistRequest(
    DepartmentId Department, string Name, IReadOnlyList<ChecklistItem> Items, bool IsRetired = false, long? Version = null);
