namespace Clinic.Abstractions;

/// <summary>The clinics that share this installation.</summary>
public interface ITenantDirectory
{
    /// <summary>All tenants, ordered by id.</summary>
    Task<IReadOnlyList<TenantId>> TenantsAsync(CancellationToken cancellationToken);
}
