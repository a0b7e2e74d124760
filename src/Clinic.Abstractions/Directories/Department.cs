namespace Clinic.Abstractions;

/// <summary>A department of a site, such as pharmacy, emergency or ward.</summary>
/// <param name="Id">The id.</param>
/// <param name="Site">The site it belongs to.</param>
/// <param name="Name">The name for people, 1 to 120 characters.</param>
public sealed record Department(DepartmentId Id, SiteId Site, string Name);
