using Clinic.Bridges.Jobs;
using Clinic.Hosts;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Clinic.Api.Health;

/// <summary>Whether somebody runs the jobs: reservations would not expire and events not leave.</summary>
internal sealed class JobsCheck(JobWatch watch, ClinicSettings settings) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var late = (await watch.ListAsync(settings.Tenant, cancellationToken)).Where(j => j.IsLate).Select(j => j.Name).ToList();
            return late.Count == 0 ? HealthCheckResult.Healthy("run") : HealthCheckResult.Degraded($"nobody runs {string.Join(", ", late)}");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return HealthCheckResult.Degraded($"cannot be read: {e.GetType().Name}");
        }
    }
}
