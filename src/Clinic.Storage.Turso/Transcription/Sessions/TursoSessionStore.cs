using Clinic.Abstractions;
using Clinic.Storage.Turso.Dispensing;
using Clinic.Storage.Turso.Pharmacy;
using Clinic.Transcription.Sessions;
using NodaTime;

namespace Clinic.Storage.Turso.Transcription.Sessions;

/// <summary>Sessions as wholes; signs of life of recorders change their columns only.</summary>
internal sealed class TursoSessionStore(ClinicDatabase source) : ISessionStore
{
    private const string Select = "SELECT s.state, s.lease_owner, s.lease_until FROM transcription_sessions s WHERE s.tenant_id = ?1";

    private const string SelectId = "SELECT s.id FROM transcription_sessions s WHERE s.tenant_id = ?1";

    private const string Insert = """
        INSERT INTO transcription_sessions (tenant_id, id, site_id, patient_id, physician_id, assistant_id, status, is_active, opened_at, lease_owner, lease_until,
            purge_at, state, version, created_at, updated_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?15)
        """;

    private const string Update = """
        UPDATE transcription_sessions SET assistant_id = ?3, status = ?4, is_active = ?5, lease_owner = ?6, lease_until = ?7, purge_at = ?8, state = ?9, version = ?10,
            updated_at = ?11
        WHERE tenant_id = ?1 AND id = ?2 AND version = ?10 - 1
        """;

    private const string Renew = """
        UPDATE transcription_sessions SET lease_until = ?4 WHERE tenant_id = ?1 AND id = ?2 AND lease_owner = ?3 AND is_active = 1
        """;

    /// <inheritdoc/>
    public Task<TranscriptionSession?> FindAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken) =>
        source.FindAsync($"{Select} AND s.id = ?2", [tenant.Value, session.Value], Read, cancellationToken);

    /// <inheritdoc/>
    public async Task<Page<TranscriptionSession>> ListAsync(TenantId tenant, SessionQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        var filter = new Filter(Select, tenant.Value);
        if (query.Statuses.Count > 0) filter.AnyOf("s.status", [.. query.Statuses.Select(s => SqlValue.Of(s).Text)]);
        if (query.Patient is { } patient) filter.And("s.patient_id =", patient.Value);
        if (query.Physician is { } physician) filter.And("s.physician_id =", physician.Value);
        if (query.Participant is { } participant) filter.Where("(s.physician_id = {0} OR s.assistant_id = {0})", participant.Value);
        if (query.From is { } from) filter.And("s.opened_at >=", from);
        if (query.Until is { } until) filter.And("s.opened_at <", until);
        if (query.Site is { } site) filter.And("s.site_id =", site.Value);
        if (page.After is { } after)
        {
            if (!InstantMark.TryParse(after, out var mark)) return new([], null);
            filter.Where("(s.opened_at, s.id) < ({0}, {1})", mark.At, mark.Id);
        }

        var (sql, values) = filter.End("ORDER BY s.opened_at DESC, s.id DESC", page.Size + 1);
        var found = await source.ListAsync(sql, values, Read, cancellationToken).ConfigureAwait(false);
        return Paging.Cut(found, page, s => InstantMark.Of(s.ToSnapshot().CreatedAt, s.Id.Value));
    }

    /// <inheritdoc/>
    public Task<TranscriptionSession?> ActiveOfAsync(TenantId tenant, PersonId physician, CancellationToken cancellationToken) =>
        source.FindAsync($"{Select} AND s.physician_id = ?2 AND s.is_active = 1", [tenant.Value, physician.Value], Read, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SessionId>> LostAsync(TenantId tenant, Instant now, int skip, int most, CancellationToken cancellationToken) =>
        await source.ListAsync(
            $"{SelectId} AND s.is_active = 1 AND s.lease_until <= ?2 ORDER BY s.lease_until, s.id LIMIT ?3 OFFSET ?4", [tenant.Value, now, most, skip], r => r.Id<SessionId>(0), cancellationToken)
            .ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SessionId>> ExpiredAsync(TenantId tenant, Instant now, int skip, int most, CancellationToken cancellationToken) =>
        await source.ListAsync(
            $"{SelectId} AND s.purge_at <= ?2 ORDER BY s.purge_at, s.id LIMIT ?3 OFFSET ?4", [tenant.Value, now, most, skip], r => r.Id<SessionId>(0), cancellationToken)
            .ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<bool> RenewAsync(TenantId tenant, SessionId session, string recorder, Instant until, CancellationToken cancellationToken) =>
        await source.WriteAsync(Renew, [tenant.Value, session.Value, recorder, until], cancellationToken).ConfigureAwait(false) == 1;

    /// <inheritdoc/>
    public void Add(IUnit unit, TranscriptionSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        var (mine, s) = (TursoUnit.Of(unit), session.ToSnapshot());
        mine.Add(
            Insert, Guard.OneRow(session.Fact),
            mine.Tenant, s.Id.Value, s.Site.Value, s.Patient.Value, s.Physician.Value, s.Assistant?.Value, SqlValue.Of(s.Status), session.IsActive, s.CreatedAt,
            s.Lease?.Owner, s.Lease?.Until, PurgeAt(s), SnapshotJson.Of(s), s.Version, mine.Now);
    }

    /// <inheritdoc/>
    public void Save(IUnit unit, TranscriptionSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        var (mine, s) = (TursoUnit.Of(unit), session.ToSnapshot());
        mine.Add(
            Update, Guard.OneRow(session.Fact),
            mine.Tenant, s.Id.Value, s.Assistant?.Value, SqlValue.Of(s.Status), session.IsActive, s.Lease?.Owner, s.Lease?.Until, PurgeAt(s), SnapshotJson.Of(s), s.Version, mine.Now);
    }

    private static Instant? PurgeAt(SessionSnapshot s) => s.IsHeld ? null : s.KeepUntil;

    private static TranscriptionSession Read(Row r)
    {
        var state = SnapshotJson.Read<SessionSnapshot>(r.Text(0));
        return TranscriptionSession.Restore(r.InstantOrNull(2) is { } until ? state with { Lease = new(r.Text(1), until) } : state);
    }
}
