using Clinic.Bridges.Jobs;
using Clinic.Hosts;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Clinic.Api.Health;

/// <summary>Whether somebody runs the jobs and they succeed: else reservations would not expire and events not leave.</summary>
internal sealed class JobsCheck(JobWatch watch, ClinicSettings settings) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var all = await watch.ListAsync(settings.Tenant, cancellationToken);
            var late = all.Where(j => j.IsLate).Select(j => j.Name).ToList();
            if (late.Count > 0) return HealthCheckResult.Degraded($"nobody runs {string.Join(", ", late)}");
            var failing = all.Where(j => j.IsFailing).Select(j => j.Name).ToList();
            return failing.Count == 0 ? HealthCheckResult.Healthy("run") : HealthCheckResult.Degraded($"failing: {string.Join(", ", failing)}");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return HealthCheckResult.Degraded($"cannot be read: {e.GetType().Name}");
        }
    }
}
