using Clinic.Abstractions;
using Clinic.Pharmacy.Alerts;
using NodaTime;

namespace Clinic.Storage.Turso.Pharmacy.Alerts;

/// <summary>Alerts, each one row; unique indexes keep a cause from being there twice.</summary>
internal sealed class TursoAlertStore(ClinicDatabase source) : IAlertStore
{
    private const string Select = "SELECT a.detail FROM alerts a WHERE a.tenant_id = ?1";

    private const string Insert = """
        INSERT INTO alerts (
            tenant_id, id, cause, episode, kind, severity, status, department_id, location_id, presentation_id, raised, due, is_announced, is_standing,
            detail, version, created_at, updated_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?17)
        """;

    private const string Update = """
        UPDATE alerts SET status = ?3, due = ?4, is_announced = ?5, is_standing = ?6, detail = ?7, version = ?8, updated_at = ?9
        WHERE tenant_id = ?1 AND id = ?2 AND version = ?8 - 1
        """;

    /// <inheritdoc/>
    public Task<Alert?> FindAsync(TenantId tenant, AlertId alert, CancellationToken cancellationToken) =>
        source.FindAsync($"{Select} AND a.id = ?2", [tenant.Value, alert.Value], Read, cancellationToken);

    /// <inheritdoc/>
    public async Task<Page<Alert>> ListAsync(TenantId tenant, AlertQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        var filter = new Filter(Select, tenant.Value);
        if (query.Kind is { } kind) filter.And("a.kind =", SqlValue.Of(kind));
        if (query.Severity is { } severity) filter.And("a.severity =", SqlValue.Of(severity));
        if (query.Status is { } status) filter.And("a.status =", SqlValue.Of(status));
        if (query.IsOver is { } over) filter.And(over ? "a.status =" : "a.status <>", SqlValue.Of(AlertStatus.Resolved));
        if (query.IsCauseStanding is { } stands) filter.And(stands ? "a.is_standing = 1" : "a.is_standing = 0");
        if (query.Presentation is { } presentation) filter.And("a.presentation_id =", presentation.Value);
        if (query.Location is { } location) filter.And("a.location_id =", location.Value);
        Of(filter, query.Departments);
        if (page.After is { } after) filter.And("(a.raised, a.id) < (SELECT b.raised, b.id FROM alerts b WHERE b.tenant_id = ?1 AND b.id =", after).Close();
        var (sql, values) = filter.End("ORDER BY a.raised DESC, a.id DESC", page.Size + 1);
        return Paging.Cut(await source.ListAsync(sql, values, Read, cancellationToken).ConfigureAwait(false), page, a => a.Id.ToString());
    }

    /// <inheritdoc/>
    public async Task<int> EpisodeAsync(TenantId tenant, string cause, CancellationToken cancellationToken) =>
        (await source.ListAsync(
            "SELECT coalesce(max(a.episode), 0) FROM alerts a WHERE a.tenant_id = ?1 AND a.cause = ?2", [tenant.Value, cause], r => r.Int(0), cancellationToken).ConfigureAwait(false))[0];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AlertBadge>> BadgesAsync(TenantId tenant, IReadOnlyList<DepartmentId>? departments, CancellationToken cancellationToken)
    {
        var filter = new Filter(
            "SELECT a.kind, a.severity, count(*) FROM alerts a WHERE a.tenant_id = ?1 AND a.status IN (?2, ?3)",
            tenant.Value, SqlValue.Of(AlertStatus.Open), SqlValue.Of(AlertStatus.Escalated));
        Of(filter, departments);
        var (sql, values) = filter.End("GROUP BY a.kind, a.severity", int.MaxValue);
        var found = await source.ListAsync(sql, values, r => new AlertBadge(r.Enum<AlertKind>(0), r.Enum<AlertSeverity>(1), r.Int(2)), cancellationToken).ConfigureAwait(false);
        return [.. found.OrderBy(b => b.Kind).ThenBy(b => b.Severity)];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Alert>> UnannouncedAsync(TenantId tenant, int most, CancellationToken cancellationToken) =>
        await source.ListAsync($"{Select} AND a.is_announced = 0 ORDER BY a.raised, a.id LIMIT ?2", [tenant.Value, most], Read, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Alert>> DueAsync(TenantId tenant, Instant now, int most, CancellationToken cancellationToken) =>
        await source.ListAsync($"{Select} AND a.due <= ?2 ORDER BY a.due, a.id LIMIT ?3", [tenant.Value, now, most], Read, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public void Add(IUnit unit, Alert alert)
    {
        var mine = TursoUnit.Of(unit);
        var s = alert.ToSnapshot();
        var about = s.Cause.About;
        mine.Add(
            Insert, Guard.OneRow(alert.Fact),
            mine.Tenant, s.Id.Value, s.Cause.Key, s.Episode, SqlValue.Of(s.Cause.Kind), SqlValue.Of(s.Cause.Severity), SqlValue.Of(s.Status), about.Department?.Value,
            about.Location?.Value, about.Presentation?.Value, s.Raised, s.Due, s.IsAnnounced, !s.IsCauseGone, SnapshotJson.Of(s), s.Version, mine.Now);
    }

    /// <inheritdoc/>
    public void Save(IUnit unit, Alert alert)
    {
        var mine = TursoUnit.Of(unit);
        var s = alert.ToSnapshot();
        mine.Add(
            Update, Guard.OneRow(alert.Fact),
            mine.Tenant, s.Id.Value, SqlValue.Of(s.Status), s.Due, s.IsAnnounced, !s.IsCauseGone, SnapshotJson.Of(s), s.Version, mine.Now);
    }

    private static void Of(Filter filter, IReadOnlyList<DepartmentId>? departments)
    {
        if (departments is null) return;
        if (departments.Count == 0) filter.And("a.department_id IS NULL");
        else filter.Where("(a.department_id IS NULL OR a.department_id IN (SELECT value FROM json_each({0})))", System.Text.Json.JsonSerializer.Serialize(departments.Select(d => d.ToString())));
    }

    private static Alert Read(Row r) => Alert.Restore(SnapshotJson.Read<AlertSnapshot>(r.Text(0)));
}
