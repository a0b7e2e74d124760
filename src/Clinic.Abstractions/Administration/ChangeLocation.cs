namespace Clinic.Abstractions.Administration;

/// <summary>Renames a location, gives it to another department, or opens and closes it for picking.</summary>
/// <param name="Location">The location.</param>
/// <param name="Department">The department that answers for it.</param>
/// <param name="LocationName">The name for people, 1 to 120 characters, once per site.</param>
/// <param name="IsPickable">Whether stock may be allocated from here; only stores can be.</param>
public sealed record ChangeLocation(LocationId Location, DepartmentId Department, string LocationName, bool IsPickable)
    : AdministrationCommand<PlaceAnswer<LocationId>>
{
    /// <inheritdoc/>
    public override string Name => "clinic.change-location";

    /// <inheritdoc/>
    public override void Describe(IPayloadWriter payload)
    {
        payload.Write("location", Location);
        payload.Write("department", Department);
        payload.Write("name", LocationName);
        payload.Write("pickable", IsPickable);
    }
}
