using Clinic.Abstractions;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Clinic.Api.Health;

/// <summary>Whether the database answers.</summary>
internal sealed class DatabaseCheck(ITenantDirectory tenants) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var all = await tenants.TenantsAsync(cancellationToken);
            return HealthCheckResult.Healthy($"answers; {all.Count} clinics");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy($"does not answer: {e.GetType().Name}");
        }
    }
}
