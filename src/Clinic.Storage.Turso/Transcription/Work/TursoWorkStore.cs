using Clinic.Abstractions;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Work;
using NodaTime;

namespace Clinic.Storage.Turso.Transcription.Work;

/// <summary>The queue; a lease is one statement, so that two workers never have the same piece.</summary>
internal sealed class TursoWorkStore(ClinicDatabase source) : IWorkStore
{
    private const string Columns =
        "id, kind, session_id, site_id, work_key, status, owner, lease_until, attempts, next_at, last_failure, created_at, version";

    private const string Select = $"SELECT {Columns} FROM transcription_work WHERE tenant_id = ?1";

    private const string Lease = $"""
        UPDATE transcription_work SET owner = ?2, lease_until = ?4, attempts = attempts + 1, version = version + 1
        WHERE tenant_id = ?1 AND id IN (
            SELECT w.id FROM transcription_work w
            WHERE w.tenant_id = ?1 AND w.status = 'waiting' AND w.next_at <= ?3 AND (w.lease_until IS NULL OR w.lease_until <= ?3)
            ORDER BY w.next_at, w.id LIMIT ?5)
        RETURNING {Columns}
        """;

    private const string Renew = """
        UPDATE transcription_work SET lease_until = ?5
        WHERE tenant_id = ?1 AND id = ?2 AND owner = ?3 AND version = ?4 AND status = 'waiting'
        """;

    private const string Insert = """
        INSERT INTO transcription_work (tenant_id, id, kind, session_id, site_id, work_key, status, owner, lease_until, attempts, next_at, last_failure, created_at, version)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
        ON CONFLICT (tenant_id, work_key) DO NOTHING
        """;

    private const string Update = """
        UPDATE transcription_work SET status = ?3, owner = ?4, lease_until = ?5, attempts = ?6, next_at = ?7, last_failure = ?8, version = ?9
        WHERE tenant_id = ?1 AND id = ?2 AND version = ?9 - 1
        """;

    private const string Cancel = """
        UPDATE transcription_work SET status = 'cancelled', lease_until = NULL, version = version + 1
        WHERE tenant_id = ?1 AND session_id = ?2 AND status = 'waiting'
        """;

    /// <inheritdoc/>
    public Task<WorkItem?> FindAsync(TenantId tenant, WorkItemId item, CancellationToken cancellationToken) =>
        source.FindAsync($"{Select} AND id = ?2", [tenant.Value, item.Value], Read, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WorkItem>> OfSessionAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken) =>
        await source.ListAsync($"{Select} AND session_id = ?2 ORDER BY created_at, id", [tenant.Value, session.Value], Read, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WorkItem>> LeaseAsync(TenantId tenant, string owner, Instant now, Instant until, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        var leased = await source.WriteAsync(Lease, [tenant.Value, owner, now, until, most], Read, cancellationToken).ConfigureAwait(false);

        // The order of RETURNING is not promised.
        return [.. leased.OrderBy(w => w.NextAt).ThenBy(w => w.Id.ToString(), StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public async Task<bool> RenewAsync(TenantId tenant, WorkItem item, Instant until, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(item);
        return await source.WriteAsync(Renew, [tenant.Value, item.Id.Value, item.Owner, item.Version, until], cancellationToken).ConfigureAwait(false) == 1;
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, WorkItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var mine = TursoUnit.Of(unit);
        mine.Add(
            Insert, Guard.None,
            mine.Tenant, item.Id.Value, item.Kind, item.Session.Value, item.Site.Value, item.Key, SqlValue.Of(item.Status), item.Owner, item.LeaseUntil, item.Attempts,
            item.NextAt, item.LastFailure, item.CreatedAt, item.Version);
    }

    /// <inheritdoc/>
    public void Save(IUnit unit, WorkItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var mine = TursoUnit.Of(unit);
        mine.Add(
            Update, Guard.OneRow(item.Fact),
            mine.Tenant, item.Id.Value, SqlValue.Of(item.Status), item.Owner, item.LeaseUntil, item.Attempts, item.NextAt, item.LastFailure, item.Version);
    }

    /// <inheritdoc/>
    public void CancelOf(IUnit unit, SessionId session)
    {
        var mine = TursoUnit.Of(unit);
        mine.Add(Cancel, Guard.None, mine.Tenant, session.Value);
    }

    private static WorkItem Read(Row r) => new()
    {
        Id = r.Id<WorkItemId>(0),
        Kind = r.Text(1),
        Session = r.Id<SessionId>(2),
        Site = r.Id<SiteId>(3),
        Key = r.Text(4),
        Status = r.Enum<WorkStatus>(5),
        Owner = r.TextOrNull(6),
        LeaseUntil = r.InstantOrNull(7),
        Attempts = r.Int(8),
        NextAt = r.Instant(9),
        LastFailure = r.TextOrNull(10),
        CreatedAt = r.Instant(11),
        Version = r.Long(12),
    };
}
