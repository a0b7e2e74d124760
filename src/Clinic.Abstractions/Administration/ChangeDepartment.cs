namespace Clinic.Abstractions.Administration;

/// <summary>Renames a department; the last change stands.</summary>
/// <param name="Site">The site it belongs to.</param>
/// <param name="Department">The department.</param>
/// <param name="DepartmentName">The name for people, 1 to 120 characters, once per site.</param>
public sealed record ChangeDepartment(SiteId Site, DepartmentId Department, string DepartmentName) : AdministrationCommand<PlaceAnswer<DepartmentId>>
{
    /// <inheritdoc/>
    public override string Name => "clinic.change-department";

    /// <inheritdoc/>
    public override void Describe(IPayloadWriter payload)
    {
        payload.Write("site", Site);
        payload.Write("department", Department);
        payload.Write("name", DepartmentName);
    }
}
