using NodaTime;

namespace Clinic.Abstractions;

/// <summary>Remembers the runs of jobs, and lets only one process run a job at a time.</summary>
public interface IJobStore
{
    /// <summary>Takes a due job for one owner until the lease ends; false when it is not due or somebody runs it.</summary>
    Task<bool> TryStartAsync(TenantId tenant, string job, string owner, Instant now, Instant leaseUntil, CancellationToken cancellationToken);

    /// <summary>Makes a job due now that would be due later; false when somebody runs it, which changes nothing.</summary>
    Task<bool> MakeDueAsync(TenantId tenant, string job, Instant now, CancellationToken cancellationToken);

    /// <summary>Notes the end of a run and gives the job free; does nothing when the lease went to another owner.</summary>
    Task FinishAsync(
        TenantId tenant, string job, string owner, Duration took, JobReport report, Instant nextDue, CancellationToken cancellationToken);

    /// <summary>All jobs of a tenant that ever ran, by name.</summary>
    Task<IReadOnlyList<JobState>> ListAsync(TenantId tenant, CancellationToken cancellationToken);
}
