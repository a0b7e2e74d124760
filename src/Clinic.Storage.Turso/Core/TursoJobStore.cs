using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Storage.Turso;

/// <summary>Runs of jobs, and who may run one now.</summary>
internal sealed class TursoJobStore(ClinicDatabase source) : IJobStore
{
    private const string Start = """
        INSERT INTO jobs (tenant_id, name, last_started, next_due, runs, failures, owner, last_owner, lease_until)
        VALUES (?1, ?2, ?4, ?4, 0, 0, ?3, ?3, ?5)
        ON CONFLICT (tenant_id, name) DO UPDATE SET
            owner = ?3, last_owner = ?3, lease_until = ?5, last_started = ?4,
            last_took_ns = NULL, last_done = NULL, last_failed = NULL, last_error = NULL
        WHERE jobs.next_due <= ?4 AND (jobs.owner IS NULL OR jobs.lease_until <= ?4)
        """;

    private const string MakeDue = """
        INSERT INTO jobs (tenant_id, name, next_due, runs, failures) VALUES (?1, ?2, ?3, 0, 0)
        ON CONFLICT (tenant_id, name) DO UPDATE SET next_due = MIN(jobs.next_due, ?3)
        WHERE jobs.owner IS NULL OR jobs.lease_until <= ?3
        """;

    private const string Finish = """
        UPDATE jobs SET
            owner = NULL, lease_until = NULL, last_took_ns = ?4, last_done = ?5, last_failed = ?6, last_error = ?7,
            next_due = ?8, runs = runs + 1, failures = CASE WHEN ?9 THEN failures + 1 ELSE 0 END
        WHERE tenant_id = ?1 AND name = ?2 AND owner = ?3
        """;

    private const string List = """
        SELECT name, last_started, last_took_ns, last_done, last_failed, last_error, next_due, runs, failures, last_owner
        FROM jobs WHERE tenant_id = ?1 ORDER BY name
        """;

    /// <inheritdoc/>
    public async Task<bool> TryStartAsync(
        TenantId tenant, string job, string owner, Instant now, Instant leaseUntil, CancellationToken cancellationToken) =>
        await source.WriteAsync(Start, [tenant.Value, job, owner, now, leaseUntil], cancellationToken).ConfigureAwait(false) == 1;

    /// <inheritdoc/>
    public async Task<bool> MakeDueAsync(TenantId tenant, string job, Instant now, CancellationToken cancellationToken) =>
        await source.WriteAsync(MakeDue, [tenant.Value, job, now], cancellationToken).ConfigureAwait(false) == 1;

    /// <inheritdoc/>
    public Task FinishAsync(
        TenantId tenant, string job, string owner, Duration took, JobReport report, Instant nextDue, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        return source.WriteSurelyAsync(
            Finish,
            [
                tenant.Value, job, owner, took.ToInt64Nanoseconds(), report.Done, report.Failed, Utf16.Repaired(report.Error), nextDue,
                report.Failed > 0 || report.Error is not null,
            ],
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<JobState>> ListAsync(TenantId tenant, CancellationToken cancellationToken) =>
        await source.ListAsync(List, [tenant.Value], r => Read(tenant, r), cancellationToken).ConfigureAwait(false);

    private static JobState Read(TenantId tenant, Row r) => new(
        tenant, r.Text(0), r.InstantOrNull(1),
        r.LongOrNull(2) is { } took ? Duration.FromNanoseconds(took) : null,
        r.IsNull(3) ? null : new JobReport(r.Int(3), r.Int(4), r.TextOrNull(5)),
        r.Instant(6), r.Long(7), r.Int(8), r.TextOrNull(9));
}
