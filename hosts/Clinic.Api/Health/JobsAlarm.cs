using Clinic.Bridges.Jobs;
using Clinic.Hosts;

namespace Clinic.Api.Health;

/// <summary>Warns in the log while nobody runs the jobs, or they fail.</summary>
internal sealed class JobsAlarm(JobWatch watch, ClinicSettings settings, ILogger<JobsAlarm> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await LookAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task LookAsync(CancellationToken ct)
    {
        try
        {
            var all = await watch.ListAsync(settings.Tenant, ct);
            var late = all.Where(j => j.IsLate).Select(j => j.Name).ToList();
            var failing = all.Where(j => j.IsFailing).Select(j => j.Name).ToList();
            if (failing.Count > 0) HostLog.JobsFailing(logger, string.Join(", ", failing), settings.Tenant);
            if (late.Count > 0) HostLog.JobsLate(logger, string.Join(", ", late), settings.Tenant);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            HostLog.JobsUnknown(logger, e);
        }
    }
}
