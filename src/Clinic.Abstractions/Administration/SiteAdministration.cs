using NodaTime;

namespace Clinic.Abstractions.Administration;

/// <summary>Adds and changes sites, departments and locations. Role: administrator.</summary>
/// <remarks>Names are compared without regard to case. Of two changes at once the last one stands; the audit keeps both.</remarks>
public sealed class SiteAdministration(IUnitOfWork work, ISiteStore sites, IIdGenerator ids)
{
    /// <summary>Adds a site.</summary>
    /// <exception cref="ClinicRuleException">The role is missing, a field is malformed or the name is taken.</exception>
    public Task<PlaceAnswer<SiteId>> AddAsync(CommandContext x, AddSite command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Changes a site.</summary>
    /// <exception cref="ClinicRuleException">It is unknown, or a rule is broken.</exception>
    public Task<PlaceAnswer<SiteId>> ChangeAsync(CommandContext x, ChangeSite command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Adds a department.</summary>
    /// <exception cref="ClinicRuleException">The site is unknown, or a rule is broken.</exception>
    public Task<PlaceAnswer<DepartmentId>> AddAsync(CommandContext x, AddDepartment command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Changes a department.</summary>
    /// <exception cref="ClinicRuleException">It is unknown, or a rule is broken.</exception>
    public Task<PlaceAnswer<DepartmentId>> ChangeAsync(CommandContext x, ChangeDepartment command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Adds a location.</summary>
    /// <exception cref="ClinicRuleException">Site or department are unknown, or a rule is broken.</exception>
    public Task<PlaceAnswer<LocationId>> AddAsync(CommandContext x, AddLocation command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Changes a location.</summary>
    /// <exception cref="ClinicRuleException">It or its department are unknown, or a rule is broken.</exception>
    public Task<PlaceAnswer<LocationId>> ChangeAsync(CommandContext x, ChangeLocation command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    private async Task<PlaceAnswer<SiteId>> StageAsync(IUnit unit, AddSite command, CancellationToken ct)
    {
        var check = AdministrationCheck.Of(unit, command.Name);
        var zone = await SiteFieldsAsync(unit, check, null, command.SiteName, command.Zone, ct).ConfigureAwait(false);
        check.Require(command.Currency != default, ClinicRules.Malformed, ("field", "currency"), ("found", command.Currency), ("allowed", "a currency of ISO 4217"));
        check.ThrowIfAny();
        return Save(unit, new Site(ids.Next<SiteId>(), command.SiteName, zone!, command.Currency), "site.added");
    }

    private async Task<PlaceAnswer<SiteId>> StageAsync(IUnit unit, ChangeSite command, CancellationToken ct)
    {
        var check = AdministrationCheck.Of(unit, command.Name);
        var site = await SiteAsync(unit, command.Site, ct).ConfigureAwait(false);
        var zone = await SiteFieldsAsync(unit, check, site.Id, command.SiteName, command.Zone, ct).ConfigureAwait(false);
        check.ThrowIfAny();
        return Save(unit, site with { Name = command.SiteName, Zone = zone! }, "site.changed");
    }

    private async Task<DateTimeZone?> SiteFieldsAsync(IUnit unit, AdministrationCheck check, SiteId? own, string name, string zone, CancellationToken ct)
    {
        check.Text("name", name, 1, AdministrationCheck.LongestName);
        var found = zone is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone);
        check.Require(found is not null, ClinicRules.Malformed, ("field", "zone"), ("found", zone ?? "nothing"), ("allowed", "a zone of the IANA database, such as America/Guayaquil"));
        var all = await sites.SitesAsync(unit.Context.Tenant, ct).ConfigureAwait(false);
        check.Require(!all.Any(s => s.Id != own && Same(s.Name, name)), ClinicRules.NameTaken, ("kind", "name"));
        return found;
    }

    private async Task<PlaceAnswer<DepartmentId>> StageAsync(IUnit unit, AddDepartment command, CancellationToken ct)
    {
        var check = AdministrationCheck.Of(unit, command.Name);
        await SiteAsync(unit, command.Site, ct).ConfigureAwait(false);
        await DepartmentFieldsAsync(unit, check, command.Site, null, command.DepartmentName, ct).ConfigureAwait(false);
        check.ThrowIfAny();
        return Save(unit, new Department(ids.Next<DepartmentId>(), command.Site, command.DepartmentName), "department.added");
    }

    private async Task<PlaceAnswer<DepartmentId>> StageAsync(IUnit unit, ChangeDepartment command, CancellationToken ct)
    {
        var check = AdministrationCheck.Of(unit, command.Name);
        var department = await DepartmentAsync(unit, command.Site, command.Department, ct).ConfigureAwait(false);
        await DepartmentFieldsAsync(unit, check, command.Site, department.Id, command.DepartmentName, ct).ConfigureAwait(false);
        check.ThrowIfAny();
        return Save(unit, department with { Name = command.DepartmentName }, "department.changed");
    }

    private async Task DepartmentFieldsAsync(IUnit unit, AdministrationCheck check, SiteId site, DepartmentId? own, string name, CancellationToken ct)
    {
        check.Text("name", name, 1, AdministrationCheck.LongestName);
        var all = await sites.DepartmentsAsync(unit.Context.Tenant, site, ct).ConfigureAwait(false);
        check.Require(!all.Any(d => d.Id != own && Same(d.Name, name)), ClinicRules.NameTaken, ("kind", "name"));
    }

    private async Task<PlaceAnswer<LocationId>> StageAsync(IUnit unit, AddLocation command, CancellationToken ct)
    {
        var check = AdministrationCheck.Of(unit, command.Name);
        await SiteAsync(unit, command.Site, ct).ConfigureAwait(false);
        var location = new Location(ids.Next<LocationId>(), command.Site, command.Department, command.LocationName, command.Kind, command.IsPickable);
        check.Require(Enum.IsDefined(command.Kind), ClinicRules.Malformed, ("field", "kind"), ("found", command.Kind), ("allowed", "store, quarantine, transit"));
        return await StageAsync(unit, check, location, "location.added", ct).ConfigureAwait(false);
    }

    private async Task<PlaceAnswer<LocationId>> StageAsync(IUnit unit, ChangeLocation command, CancellationToken ct)
    {
        var check = AdministrationCheck.Of(unit, command.Name);
        var location = await sites.FindLocationAsync(unit.Context.Tenant, command.Location, ct).ConfigureAwait(false)
            ?? throw Unknown("location", command.Location);
        location = location with { Department = command.Department, Name = command.LocationName, IsPickable = command.IsPickable };
        return await StageAsync(unit, check, location, "location.changed", ct).ConfigureAwait(false);
    }

    private async Task<PlaceAnswer<LocationId>> StageAsync(IUnit unit, AdministrationCheck check, Location location, string action, CancellationToken ct)
    {
        await DepartmentAsync(unit, location.Site, location.Department, ct).ConfigureAwait(false);
        check.Text("name", location.Name, 1, AdministrationCheck.LongestName);
        check.Require(!location.IsPickable || location.Kind == LocationKind.Store, ClinicRules.Malformed,
            ("field", "isPickable"), ("found", "true"), ("allowed", "false where the kind is not store"));
        var all = await sites.LocationsAsync(unit.Context.Tenant, location.Site, ct).ConfigureAwait(false);
        check.Require(!all.Any(l => l.Id != location.Id && Same(l.Name, location.Name)), ClinicRules.NameTaken, ("kind", "name"));
        check.ThrowIfAny();
        sites.Save(unit, location);
        unit.Audit(action, ClinicFacts.Location(location.Id), $"{location.Kind}, {(location.IsPickable ? "pickable" : "not pickable")}");
        return new(location.Id);
    }

    private PlaceAnswer<SiteId> Save(IUnit unit, Site site, string action)
    {
        sites.Save(unit, site);
        unit.Audit(action, ClinicFacts.Site(site.Id), $"{site.Zone.Id}, {site.Currency}");
        return new(site.Id);
    }

    private PlaceAnswer<DepartmentId> Save(IUnit unit, Department department, string action)
    {
        sites.Save(unit, department);
        unit.Audit(action, ClinicFacts.Department(department.Id), department.Name);
        return new(department.Id);
    }

    private async Task<Site> SiteAsync(IUnit unit, SiteId id, CancellationToken ct) =>
        await sites.FindSiteAsync(unit.Context.Tenant, id, ct).ConfigureAwait(false) ?? throw Unknown("site", id);

    private async Task<Department> DepartmentAsync(IUnit unit, SiteId site, DepartmentId id, CancellationToken ct)
    {
        var all = await sites.DepartmentsAsync(unit.Context.Tenant, site, ct).ConfigureAwait(false);
        return all.FirstOrDefault(d => d.Id == id) ?? throw Unknown("department", id);
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static ClinicRuleException Unknown(string kind, object id) => new(ClinicRules.PlaceUnknown, ("kind", kind), ("id", id));
}
