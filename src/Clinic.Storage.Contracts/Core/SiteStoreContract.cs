using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="ISiteStore"/> promises: places with zone and currency.</summary>
public static class SiteStoreContract
{
    private static readonly DateTimeZone Guayaquil = DateTimeZoneProviders.Tzdb["America/Guayaquil"];

    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A site, a department and a location come back as saved", KeepsAsync),
        new("What is unknown is null or empty", FindsNothingAsync),
        new("Saving again replaces what was said", ReplacesAsync),
        new("Lists are ordered by name, byte by byte, then by id", OrdersAsync),
        new("Departments and locations are those of their site", BelongsToSiteAsync),
        new("A department may be saved before its site in one commit", SavesInAnyOrderAsync),
        new("Names keep U+0000, spaces and characters of every plane", KeepsTextAsync),
        new("The same ids in two tenants are two places", SeparatesTenantsAsync),
    ];

    internal static Site ASite(IClinicStores stores, string name) => new(stores.NewId<SiteId>(), name, Guayaquil, Currency.Usd);

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<ISiteStore>();
        var site = new Site(stores.NewId<SiteId>(), "Matriz", DateTimeZoneProviders.Tzdb["Pacific/Apia"], Currency.Of("CLP"));
        var department = new Department(stores.NewId<DepartmentId>(), site.Id, "Farmacia");
        var locations = Enum.GetValues<LocationKind>()
            .Select(kind => new Location(stores.NewId<LocationId>(), site.Id, department.Id, $"Lugar {kind}", kind, kind == LocationKind.Store)).ToList();
        await stores.CommitAsync(
            unit =>
            {
                store.Save(unit, site);
                store.Save(unit, department);
                foreach (var location in locations) store.Save(unit, location);
            },
            ct).ConfigureAwait(false);

        Check.Equal(site, await store.FindSiteAsync(stores.Tenant, site.Id, ct).ConfigureAwait(false), "The site");
        Check.Sequence([site], await store.SitesAsync(stores.Tenant, ct).ConfigureAwait(false), "The sites");
        Check.Sequence([department], await store.DepartmentsAsync(stores.Tenant, site.Id, ct).ConfigureAwait(false), "The departments");
        foreach (var location in locations)
            Check.Equal(location, await store.FindLocationAsync(stores.Tenant, location.Id, ct).ConfigureAwait(false), "The location");
    }

    private static async Task FindsNothingAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<ISiteStore>();

        Check.Equal(null, await store.FindSiteAsync(stores.Tenant, stores.NewId<SiteId>(), ct).ConfigureAwait(false), "A site");
        Check.Equal(null, await store.FindLocationAsync(stores.Tenant, stores.NewId<LocationId>(), ct).ConfigureAwait(false), "A location");
        Check.Equal(0, (await store.SitesAsync(stores.Tenant, ct).ConfigureAwait(false)).Count, "Sites");
        Check.Equal(0, (await store.DepartmentsAsync(stores.Tenant, stores.NewId<SiteId>(), ct).ConfigureAwait(false)).Count, "Departments");
    }

    private static async Task ReplacesAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<ISiteStore>();
        var site = ASite(stores, "Norte");
        await stores.CommitAsync(unit => store.Save(unit, site), ct).ConfigureAwait(false);
        var renamed = site with { Name = "Sur", Currency = Currency.Eur };

        await stores.CommitAsync(unit => store.Save(unit, renamed), ct).ConfigureAwait(false);

        Check.Sequence([renamed], await store.SitesAsync(stores.Tenant, ct).ConfigureAwait(false), "The sites");
    }

    private static async Task OrdersAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<ISiteStore>();
        string[] names = ["b", "a", "Ñ", "n", "N", "a", "ñ", "B", "", "a b"];
        var sites = names.Select(n => ASite(stores, n)).ToList();
        await stores.CommitAsync(
            unit =>
            {
                foreach (var site in sites) store.Save(unit, site);
            },
            ct).ConfigureAwait(false);

        var expected = sites.OrderBy(s => s.Name, StringComparer.Ordinal).ThenBy(s => s.Id.ToString(), StringComparer.Ordinal);
        Check.Sequence(expected.Select(s => (s.Name, s.Id)), (await store.SitesAsync(stores.Tenant, ct).ConfigureAwait(false)).Select(s => (s.Name, s.Id)), "The order");
    }

    private static async Task BelongsToSiteAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<ISiteStore>();
        var (north, south) = (ASite(stores, "Norte"), ASite(stores, "Sur"));
        var wards = new[] { north, south }.Select(s => new Department(stores.NewId<DepartmentId>(), s.Id, "Sala")).ToList();
        var shelves = wards.Select(d => new Location(stores.NewId<LocationId>(), d.Site, d.Id, "Estante", LocationKind.Store, true)).ToList();
        await stores.CommitAsync(
            unit =>
            {
                store.Save(unit, north);
                store.Save(unit, south);
                foreach (var ward in wards) store.Save(unit, ward);
                foreach (var shelf in shelves) store.Save(unit, shelf);
            },
            ct).ConfigureAwait(false);

        Check.Sequence([wards[1]], await store.DepartmentsAsync(stores.Tenant, south.Id, ct).ConfigureAwait(false), "Departments of the south");
        Check.Sequence([shelves[0]], await store.LocationsAsync(stores.Tenant, north.Id, ct).ConfigureAwait(false), "Locations of the north");
    }

    private static async Task SavesInAnyOrderAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<ISiteStore>();
        var site = ASite(stores, "Norte");
        var department = new Department(stores.NewId<DepartmentId>(), site.Id, "Sala");
        await stores.CommitAsync(
            unit =>
            {
                store.Save(unit, department);
                store.Save(unit, site);
            },
            ct).ConfigureAwait(false);

        Check.Sequence([department], await store.DepartmentsAsync(stores.Tenant, site.Id, ct).ConfigureAwait(false), "The departments");
    }

    private static async Task KeepsTextAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<ISiteStore>();
        foreach (var name in new[] { "a\0b", "\0", " x ", "n\u0303", "ñ", "药😀", "it's \"quoted\"; --", new string('é', 5_000) })
        {
            var site = ASite(stores, name);
            await stores.CommitAsync(unit => store.Save(unit, site), ct).ConfigureAwait(false);
            Check.Equal(name, (await store.FindSiteAsync(stores.Tenant, site.Id, ct).ConfigureAwait(false))?.Name, "The name");
        }
    }

    private static async Task SeparatesTenantsAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<ISiteStore>();
        var here = ASite(stores, "Aquí");
        var there = here with { Name = "Allá" };
        await stores.CommitAsync(unit => store.Save(unit, here), ct).ConfigureAwait(false);
        Check.Equal(null, await store.FindSiteAsync(stores.OtherTenant, here.Id, ct).ConfigureAwait(false), "The site in the other tenant");

        await stores.CommitAsync(unit => store.Save(unit, there), ct, stores.OtherTenant).ConfigureAwait(false);

        Check.Equal(here, await store.FindSiteAsync(stores.Tenant, here.Id, ct).ConfigureAwait(false), "The site here");
        Check.Sequence([there], await store.SitesAsync(stores.OtherTenant, ct).ConfigureAwait(false), "The sites there");
    }
}
