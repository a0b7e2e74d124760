using Clinic.Abstractions;
using Clinic.Bridges.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Clinic.Bridges.Jobs;

/// <summary>Runs every registered job for every tenant, each job in a loop of its own, until the host stops.</summary>
internal sealed class ClinicJobService(
    ClinicJobRunner runner, IEnumerable<IClinicJob> jobs, ITenantDirectory tenants, IOptions<ClinicJobsOptions> options, ILogger<ClinicJobService> logger)
    : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.RunHere) return Task.CompletedTask;
        var all = jobs.DistinctBy(j => j.Name).ToList();
        Log.JobsBegin(logger, all.Count, options.Value.Owner);
        return Task.WhenAll(all.Select(j => LoopAsync(j, stoppingToken)));
    }

    private async Task LoopAsync(IClinicJob job, CancellationToken stopping)
    {
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                await RunForAllAsync(job, stopping).ConfigureAwait(false);
                await Task.Delay(options.Value.LookEvery, stopping).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The host stops; the run that was under way has noted its end.
        }
    }

    private async Task RunForAllAsync(IClinicJob job, CancellationToken stopping)
    {
        try
        {
            foreach (var tenant in await tenants.TenantsAsync(stopping).ConfigureAwait(false))
                await RunAsync(job, tenant, stopping).ConfigureAwait(false);
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            Log.JobsNotReachable(logger, job.Name, e);
        }
    }

    private async Task RunAsync(IClinicJob job, TenantId tenant, CancellationToken stopping)
    {
        try
        {
            await runner.RunAsync(tenant, job, stopping).ConfigureAwait(false);
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            Log.JobNotStarted(logger, job.Name, tenant, e);
        }
    }
}
