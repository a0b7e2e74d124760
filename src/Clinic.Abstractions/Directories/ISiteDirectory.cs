namespace Clinic.Abstractions;

/// <summary>Sites with zone and currency, their departments and locations. Answered by the clinic's own system or by our stores.</summary>
/// <remarks>Find returns null for what is unknown; lists are ordered by name, then id.</remarks>
public interface ISiteDirectory
{
    /// <summary>A site, or null.</summary>
    Task<Site?> FindSiteAsync(TenantId tenant, SiteId site, CancellationToken cancellationToken);

    /// <summary>A location, or null.</summary>
    Task<Location?> FindLocationAsync(TenantId tenant, LocationId location, CancellationToken cancellationToken);

    /// <summary>All sites of a tenant.</summary>
    Task<IReadOnlyList<Site>> SitesAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>All departments of a site.</summary>
    Task<IReadOnlyList<Department>> DepartmentsAsync(TenantId tenant, SiteId site, CancellationToken cancellationToken);

    /// <summary>All locations of a site.</summary>
    Task<IReadOnlyList<Location>> LocationsAsync(TenantId tenant, SiteId site, CancellationToken cancellationToken);
}
