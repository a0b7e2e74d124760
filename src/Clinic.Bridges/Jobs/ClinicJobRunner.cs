using System.Diagnostics;
using Clinic.Abstractions;
using Clinic.Bridges.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Clinic.Bridges.Jobs;

/// <summary>Runs a due job for a tenant under a lease, and notes what came of it.</summary>
/// <remarks>Thread-safe. Never two runs of one job and tenant at once, over all processes: a run that outlasts its lease is stopped.</remarks>
public sealed class ClinicJobRunner(IJobStore store, IClock clock, IOptions<ClinicJobsOptions> options, ILogger<ClinicJobRunner> logger)
{
    private const string Stopped = "stopped";
    private const string LeaseEnded = "lease ended";

    /// <summary>Runs the job if it is due and nobody else runs it.</summary>
    /// <returns>What the run did, or null when it was not due or somebody runs it.</returns>
    /// <exception cref="OperationCanceledException">Stopped before the run began; a run that began ends with a report.</exception>
    public async Task<JobReport?> RunAsync(TenantId tenant, IClinicJob job, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(job);
        var owner = options.Value.Owner;
        var lease = options.Value.Lease;
        var now = clock.GetCurrentInstant();
        if (!await store.TryStartAsync(tenant, job.Name, owner, now, now + Duration.FromTimeSpan(lease), cancellationToken).ConfigureAwait(false)) return null;

        using var activity = BridgesTelemetry.Source.StartActivity("clinic.job");
        activity?.SetTag("clinic.job", job.Name);
        var began = Stopwatch.GetTimestamp();
        var report = await RunWithinAsync(tenant, job, lease, cancellationToken).ConfigureAwait(false);
        var took = Stopwatch.GetElapsedTime(began);
        activity?.SetStatus(report.Error is null ? ActivityStatusCode.Ok : ActivityStatusCode.Error, report.Error);
        BridgesTelemetry.JobRan(job.Name, report, took);
        await FinishAsync(tenant, job, report, took).ConfigureAwait(false);
        return report;
    }

    private async Task<JobReport> RunWithinAsync(TenantId tenant, IClinicJob job, TimeSpan lease, CancellationToken stopping)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        // Somewhat before the lease ends, so that the end of the run is noted while it is still ours.
        limit.CancelAfter(lease * 0.9);
        try
        {
            var report = await job.RunOnceAsync(tenant, limit.Token).ConfigureAwait(false);
            if (report.Failed > 0) Log.JobFailedInPart(logger, job.Name, tenant, report.Done, report.Failed, report.Error ?? "");
            else if (report.Done > 0) Log.JobDone(logger, job.Name, tenant, report.Done);
            return report;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            Log.JobStopped(logger, job.Name, tenant);
            return new(0, 0, Stopped);
        }
        catch (OperationCanceledException e) when (limit.IsCancellationRequested)
        {
            Log.JobThrew(logger, job.Name, tenant, LeaseEnded, e);
            return new(0, 1, LeaseEnded);
        }
        catch (Exception e)
        {
            var kind = Kinds.Of(e);
            Log.JobThrew(logger, job.Name, tenant, kind, e);
            return new(0, 1, kind);
        }
    }

    private async Task FinishAsync(TenantId tenant, IClinicJob job, JobReport report, TimeSpan took)
    {
        var now = clock.GetCurrentInstant();
        // A stopped run is due at once for whoever is still there.
        var next = report.Error == Stopped ? now : now + job.Every;
        try
        {
            await store.FinishAsync(tenant, job.Name, options.Value.Owner, Duration.FromTimeSpan(took), report, next, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // The lease runs out by itself, so another run follows.
            Log.JobNotNoted(logger, job.Name, tenant, e);
        }
    }
}
