namespace Clinic.Abstractions.Administration;

/// <summary>Renames a site or moves it to another zone; the last change stands.</summary>
/// <param name="Site">The site.</param>
/// <param name="SiteName">The name for people, 1 to 120 characters, once per clinic.</param>
/// <param name="Zone">The zone of the IANA database.</param>
public sealed record ChangeSite(SiteId Site, string SiteName, string Zone) : AdministrationCommand<PlaceAnswer<SiteId>>
{
    /// <inheritdoc/>
    public override string Name => "clinic.change-site";

    /// <inheritdoc/>
    public override void Describe(IPayloadWriter payload)
    {
        payload.Write("site", Site);
        payload.Write("name", SiteName);
        payload.Write("zone", Zone);
    }
}
