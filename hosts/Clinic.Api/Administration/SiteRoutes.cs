using Clinic.Abstractions;
using Clinic.Abstractions.Administration;
using Clinic.Api.Binding;

namespace Clinic.Api.Administration;

/// <summary>Sites, departments and locations.</summary>
internal static class SiteRoutes
{
    public static async Task<IReadOnlyList<SiteResponse>> SitesAsync(Caller caller, ISiteDirectory sites, CancellationToken ct) =>
        [.. (await sites.SitesAsync(caller.Tenant, ct)).Select(SiteResponse.Of)];

    public static Task<PlaceAnswer<SiteId>> AddSiteAsync(ClinicCommand command, Body<AddSiteRequest> body, SiteAdministration sites, CancellationToken ct) =>
        sites.AddAsync(command.X, new AddSite(body.Value.Name, body.Value.Zone, body.Value.Currency), ct);

    public static Task<PlaceAnswer<SiteId>> ChangeSiteAsync(ClinicCommand command, SiteId site, Body<ChangeSiteRequest> body, SiteAdministration sites, CancellationToken ct) =>
        sites.ChangeAsync(command.X, new ChangeSite(site, body.Value.Name, body.Value.Zone), ct);

    public static async Task<IReadOnlyList<Department>> DepartmentsAsync(Caller caller, SiteId site, ISiteDirectory sites, CancellationToken ct)
    {
        await RequireAsync(caller, site, sites, ct);
        return await sites.DepartmentsAsync(caller.Tenant, site, ct);
    }

    public static Task<PlaceAnswer<DepartmentId>> AddDepartmentAsync(
        ClinicCommand command, SiteId site, Body<DepartmentRequest> body, SiteAdministration sites, CancellationToken ct) =>
        sites.AddAsync(command.X, new AddDepartment(site, body.Value.Name), ct);

    public static Task<PlaceAnswer<DepartmentId>> ChangeDepartmentAsync(
        ClinicCommand command, SiteId site, DepartmentId department, Body<DepartmentRequest> body, SiteAdministration sites, CancellationToken ct) =>
        sites.ChangeAsync(command.X, new ChangeDepartment(site, department, body.Value.Name), ct);

    public static async Task<IReadOnlyList<Location>> LocationsAsync(Caller caller, SiteId site, ISiteDirectory sites, CancellationToken ct)
    {
        await RequireAsync(caller, site, sites, ct);
        return await sites.LocationsAsync(caller.Tenant, site, ct);
    }

    public static Task<PlaceAnswer<LocationId>> AddLocationAsync(
        ClinicCommand command, SiteId site, Body<AddLocationRequest> body, SiteAdministration sites, CancellationToken ct)
    {
        var l = body.Value;
        return sites.AddAsync(command.X, new AddLocation(site, l.Department, l.Name, l.Kind, l.IsPickable), ct);
    }

    public static Task<PlaceAnswer<LocationId>> ChangeLocationAsync(
        ClinicCommand command, LocationId location, Body<ChangeLocationRequest> body, SiteAdministration sites, CancellationToken ct)
    {
        var l = body.Value;
        return sites.ChangeAsync(command.X, new ChangeLocation(location, l.Department, l.Name, l.IsPickable), ct);
    }

    private static async Task RequireAsync(Caller caller, SiteId site, ISiteDirectory sites, CancellationToken ct)
    {
        if (await sites.FindSiteAsync(caller.Tenant, site, ct) is null) throw new ClinicRuleException(ClinicRules.PlaceUnknown, ("kind", "site"), ("id", site));
    }
}
