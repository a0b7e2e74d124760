using Clinic.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Clinic.Bridges.Jobs;

/// <summary>Tells how the registered jobs stand, which of them nobody runs, and which fail.</summary>
public sealed class JobWatch(IEnumerable<IClinicJob> jobs, IJobStore store, IClock clock, IOptions<ClinicJobsOptions> options)
{
    private readonly Instant begin = clock.GetCurrentInstant();

    /// <summary>Every registered job, by name.</summary>
    public async Task<IReadOnlyList<JobStanding>> ListAsync(TenantId tenant, CancellationToken cancellationToken = default)
    {
        var states = (await store.ListAsync(tenant, cancellationToken).ConfigureAwait(false)).ToDictionary(s => s.Name, StringComparer.Ordinal);
        return [.. jobs.DistinctBy(j => j.Name).OrderBy(j => j.Name, StringComparer.Ordinal).Select(j => Standing(j, states.GetValueOrDefault(j.Name)))];
    }

    private JobStanding Standing(IClinicJob job, JobState? state)
    {
        var now = clock.GetCurrentInstant();
        var patience = Duration.FromTimeSpan(options.Value.LateAfter);
        // Before the first run of all, a job is due since this process began.
        var due = state?.NextDue ?? begin;
        var running = state is { LastTook: null, LastStarted: { } started } && now < started + Duration.FromTimeSpan(options.Value.Lease);
        return new(job.Name, job.Every, state, !running && now > due + patience, state is { Failures: var failures } && failures >= options.Value.FailingAfter);
    }
}
