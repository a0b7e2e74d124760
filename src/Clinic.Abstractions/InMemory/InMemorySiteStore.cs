namespace Clinic.Abstractions.InMemory;

/// <summary>Sites, departments and locations in memory.</summary>
public sealed class InMemorySiteStore(InMemoryCoordinator coordinator) : ISiteStore, ITenantDirectory
{
    private readonly Dictionary<(TenantId Tenant, SiteId Id), Site> sites = [];
    private readonly Dictionary<(TenantId Tenant, DepartmentId Id), Department> departments = [];
    private readonly Dictionary<(TenantId Tenant, LocationId Id), Location> locations = [];

    /// <inheritdoc/>
    public Task<Site?> FindSiteAsync(TenantId tenant, SiteId site, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => sites.GetValueOrDefault((tenant, site))));

    /// <inheritdoc/>
    public Task<Location?> FindLocationAsync(TenantId tenant, LocationId location, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => locations.GetValueOrDefault((tenant, location))));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Site>> SitesAsync(TenantId tenant, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => Ordered(sites.Where(s => s.Key.Tenant == tenant).Select(s => s.Value), s => (s.Name, s.Id.Value))));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Department>> DepartmentsAsync(TenantId tenant, SiteId site, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() =>
            Ordered(departments.Where(d => d.Key.Tenant == tenant && d.Value.Site == site).Select(d => d.Value), d => (d.Name, d.Id.Value))));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Location>> LocationsAsync(TenantId tenant, SiteId site, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() =>
            Ordered(locations.Where(l => l.Key.Tenant == tenant && l.Value.Site == site).Select(l => l.Value), l => (l.Name, l.Id.Value))));

    /// <inheritdoc/>
    public Task<IReadOnlyList<TenantId>> TenantsAsync(CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read<IReadOnlyList<TenantId>>(() => [.. sites.Keys.Select(k => k.Tenant).Distinct().OrderBy(t => t.Value)]));

    /// <inheritdoc/>
    public void Save(IUnit unit, Site site) => InMemoryUnit.Of(unit).Stage(c => c.Put(sites, (unit.Context.Tenant, site.Id), site));

    /// <inheritdoc/>
    public void Save(IUnit unit, Department department) =>
        InMemoryUnit.Of(unit).Stage(c => c.Put(departments, (unit.Context.Tenant, department.Id), department));

    /// <inheritdoc/>
    public void Save(IUnit unit, Location location) =>
        InMemoryUnit.Of(unit).Stage(c => c.Put(locations, (unit.Context.Tenant, location.Id), location));

    private static IReadOnlyList<T> Ordered<T>(IEnumerable<T> items, Func<T, (string Name, Guid Id)> key) =>
        [.. items.OrderBy(i => key(i).Name, StringComparer.Ordinal).ThenBy(i => key(i).Id)];
}
