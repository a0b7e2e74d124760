namespace Clinic.Abstractions.Administration;

/// <summary>Adds a place where stock lies; its kind stays, since the ledger relies on it.</summary>
/// <param name="Site">The site.</param>
/// <param name="Department">The department that answers for it.</param>
/// <param name="LocationName">The name for people, 1 to 120 characters, once per site.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="IsPickable">Whether stock may be allocated from here; only stores can be.</param>
public sealed record AddLocation(SiteId Site, DepartmentId Department, string LocationName, LocationKind Kind, bool IsPickable)
    : AdministrationCommand<PlaceAnswer<LocationId>>
{
    /// <inheritdoc/>
    public override string Name => "clinic.add-location";

    /// <inheritdoc/>
    public override void Describe(IPayloadWriter payload)
    {
        payload.Write("site", Site);
        payload.Write("department", Department);
        payload.Write("name", LocationName);
        payload.Write("kind", Kind.ToString());
        payload.Write("pickable", IsPickable);
    }
}
