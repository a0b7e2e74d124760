namespace Clinic.Abstractions;

/// <summary>A place where stock lies.</summary>
/// <param name="Id">The id.</param>
/// <param name="Site">The site it belongs to.</param>
/// <param name="Department">The department that answers for it.</param>
/// <param name="Name">The name for people, 1 to 120 characters.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="IsPickable">Whether stock may be allocated from here; only stores can be.</param>
public sealed record Location(LocationId Id, SiteId Site, DepartmentId Department, string Name, LocationKind Kind, bool IsPickable);
