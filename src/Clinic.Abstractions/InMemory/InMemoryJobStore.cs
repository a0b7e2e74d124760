using NodaTime;

namespace Clinic.Abstractions.InMemory;

/// <summary>Runs of jobs in memory.</summary>
public sealed class InMemoryJobStore(InMemoryCoordinator coordinator) : IJobStore
{
    private readonly Dictionary<(TenantId Tenant, string Name), Entry> jobs = [];

    /// <inheritdoc/>
    public Task<bool> TryStartAsync(
        TenantId tenant, string job, string owner, Instant now, Instant leaseUntil, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() =>
        {
            var entry = jobs.GetValueOrDefault((tenant, job)) ?? new(new(tenant, job, null, null, null, now, 0, 0), null, now);
            if (entry.State.NextDue > now || (entry.Owner is not null && entry.LeaseUntil > now)) return false;
            jobs[(tenant, job)] = new(entry.State with { LastStarted = now, LastTook = null, LastReport = null, Owner = owner }, owner, leaseUntil);
            return true;
        }));

    /// <inheritdoc/>
    public Task<bool> MakeDueAsync(TenantId tenant, string job, Instant now, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() =>
        {
            var entry = jobs.GetValueOrDefault((tenant, job)) ?? new(new(tenant, job, null, null, null, now, 0, 0), null, now);
            if (entry.Owner is not null && entry.LeaseUntil > now) return false;
            jobs[(tenant, job)] = entry with { State = entry.State with { NextDue = Instant.Min(entry.State.NextDue, now) } };
            return true;
        }));

    /// <inheritdoc/>
    public Task FinishAsync(
        TenantId tenant, string job, string owner, Duration took, JobReport report, Instant nextDue, CancellationToken cancellationToken)
    {
        coordinator.Read(() =>
        {
            if (jobs.GetValueOrDefault((tenant, job)) is not { } entry || entry.Owner != owner) return false;
            var state = entry.State with
            {
                LastTook = took,
                LastReport = report,
                NextDue = nextDue,
                Runs = entry.State.Runs + 1,
                Failures = report.Failed > 0 || report.Error is not null ? entry.State.Failures + 1 : 0,
            };
            jobs[(tenant, job)] = new(state, null, entry.LeaseUntil);
            return true;
        });
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<JobState>> ListAsync(TenantId tenant, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read<IReadOnlyList<JobState>>(() =>
            [.. jobs.Where(j => j.Key.Tenant == tenant).Select(j => j.Value.State).OrderBy(s => s.Name, StringComparer.Ordinal)]));

    private sealed record Entry(JobState State, string? Owner, Instant LeaseUntil);
}
