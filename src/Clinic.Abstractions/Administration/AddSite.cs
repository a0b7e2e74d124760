namespace Clinic.Abstractions.Administration;

/// <summary>Adds a site; its currency stays, since costs are kept in it.</summary>
/// <param name="SiteName">The name for people, 1 to 120 characters, once per clinic.</param>
/// <param name="Zone">The zone of the IANA database, such as <c>America/Guayaquil</c>.</param>
/// <param name="Currency">The currency of costs and prices there.</param>
public sealed record AddSite(string SiteName, string Zone, Currency Currency) : AdministrationCommand<PlaceAnswer<SiteId>>
{
    /// <inheritdoc/>
    public override string Name => "clinic.add-site";

    /// <inheritdoc/>
    public override void Describe(IPayloadWriter payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        payload.Write("name", SiteName);
        payload.Write("zone", Zone);
        payload.Write("currency", Currency.Code);
    }
}
