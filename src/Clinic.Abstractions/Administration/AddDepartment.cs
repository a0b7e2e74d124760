namespace Clinic.Abstractions.Administration;

/// <summary>Adds a department to a site.</summary>
/// <param name="Site">The site.</param>
/// <param name="DepartmentName">The name for people, 1 to 120 characters, once per site.</param>
public sealed record AddDepartment(SiteId Site, string DepartmentName) : AdministrationCommand<PlaceAnswer<DepartmentId>>
{
    /// <inheritdoc/>
    public override string Name => "clinic.add-department";

    /// <inheritdoc/>
    public override void Describe(IPayloadWriter payload)
    {
        payload.Write("site", Site);
        payload.Write("name", DepartmentName);
    }
}
