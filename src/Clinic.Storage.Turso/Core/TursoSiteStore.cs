using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Storage.Turso;

/// <summary>Sites, departments and locations.</summary>
internal sealed class TursoSiteStore(ClinicDatabase source) : ISiteStore
{
    private const string SelectSites = "SELECT id, name, zone, currency FROM sites WHERE tenant_id = ?1";

    private const string SelectDepartments = "SELECT id, site_id, name FROM departments WHERE tenant_id = ?1";

    private const string SelectLocations = "SELECT id, site_id, department_id, name, kind, is_pickable FROM locations WHERE tenant_id = ?1";

    private const string SaveSite = """
        INSERT INTO sites (tenant_id, id, name, zone, currency, created_at, updated_at, version)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, 1)
        ON CONFLICT (tenant_id, id) DO UPDATE SET
            name = excluded.name, zone = excluded.zone, currency = excluded.currency, updated_at = excluded.updated_at, version = version + 1
        """;

    private const string SaveDepartment = """
        INSERT INTO departments (tenant_id, id, site_id, name, created_at, updated_at, version)
        VALUES (?1, ?2, ?3, ?4, ?5, ?5, 1)
        ON CONFLICT (tenant_id, id) DO UPDATE SET
            site_id = excluded.site_id, name = excluded.name, updated_at = excluded.updated_at, version = version + 1
        """;

    private const string SaveLocation = """
        INSERT INTO locations (tenant_id, id, site_id, department_id, name, kind, is_pickable, created_at, updated_at, version)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8, 1)
        ON CONFLICT (tenant_id, id) DO UPDATE SET
            site_id = excluded.site_id, department_id = excluded.department_id, name = excluded.name, kind = excluded.kind,
            is_pickable = excluded.is_pickable, updated_at = excluded.updated_at, version = version + 1
        """;

    /// <inheritdoc/>
    public Task<Site?> FindSiteAsync(TenantId tenant, SiteId site, CancellationToken cancellationToken) =>
        source.FindAsync($"{SelectSites} AND id = ?2", [tenant.Value, site.Value], ReadSite, cancellationToken);

    /// <inheritdoc/>
    public Task<Location?> FindLocationAsync(TenantId tenant, LocationId location, CancellationToken cancellationToken) =>
        source.FindAsync($"{SelectLocations} AND id = ?2", [tenant.Value, location.Value], ReadLocation, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Site>> SitesAsync(TenantId tenant, CancellationToken cancellationToken) =>
        await source.ListAsync($"{SelectSites} ORDER BY name, id", [tenant.Value], ReadSite, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Department>> DepartmentsAsync(TenantId tenant, SiteId site, CancellationToken cancellationToken) =>
        await source.ListAsync(
            $"{SelectDepartments} AND site_id = ?2 ORDER BY name, id",
            [tenant.Value, site.Value],
            r => new Department(r.Id<DepartmentId>(0), r.Id<SiteId>(1), r.Text(2)),
            cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Location>> LocationsAsync(TenantId tenant, SiteId site, CancellationToken cancellationToken) =>
        await source.ListAsync(
            $"{SelectLocations} AND site_id = ?2 ORDER BY name, id", [tenant.Value, site.Value], ReadLocation, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public void Save(IUnit unit, Site site)
    {
        ArgumentNullException.ThrowIfNull(site);
        var mine = TursoUnit.Of(unit);
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(site.Zone.Id) is null)
            throw new ArgumentException($"The zone {site.Zone.Id} is not in the time zone database and could not be read back.", nameof(site));
        mine.Add(SaveSite, Guard.OneRow(CoreSet.Fact(site.Id)), mine.Tenant, site.Id.Value, site.Name, site.Zone.Id, site.Currency.Code, mine.Now);
    }

    /// <inheritdoc/>
    public void Save(IUnit unit, Department department)
    {
        ArgumentNullException.ThrowIfNull(department);
        var mine = TursoUnit.Of(unit);
        mine.Add(
            SaveDepartment, Guard.OneRow(CoreSet.Fact(department.Id)),
            mine.Tenant, department.Id.Value, department.Site.Value, department.Name, mine.Now);
    }

    /// <inheritdoc/>
    public void Save(IUnit unit, Location location)
    {
        ArgumentNullException.ThrowIfNull(location);
        var mine = TursoUnit.Of(unit);
        mine.Add(
            SaveLocation, Guard.OneRow(CoreSet.Fact(location.Id)),
            mine.Tenant, location.Id.Value, location.Site.Value, location.Department.Value, location.Name,
            SqlValue.Of(location.Kind), location.IsPickable, mine.Now);
    }

    private static Site ReadSite(Row r) =>
        new(r.Id<SiteId>(0), r.Text(1), DateTimeZoneProviders.Tzdb[r.Text(2)], Currency.Of(r.Text(3)));

    private static Location ReadLocation(Row r) =>
        new(r.Id<LocationId>(0), r.Id<SiteId>(1), r.Id<DepartmentId>(2), r.Text(3), r.Enum<LocationKind>(4), r.Bool(5));
}
