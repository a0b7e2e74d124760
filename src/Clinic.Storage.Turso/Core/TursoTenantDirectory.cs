using Clinic.Abstractions;

namespace Clinic.Storage.Turso;

/// <summary>The tenants that have a site.</summary>
internal sealed class TursoTenantDirectory(ClinicDatabase source) : ITenantDirectory
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<TenantId>> TenantsAsync(CancellationToken cancellationToken) =>
        await source.ListAsync(
            "SELECT DISTINCT tenant_id FROM sites ORDER BY tenant_id", [], r => r.Id<TenantId>(0), cancellationToken).ConfigureAwait(false);
}
