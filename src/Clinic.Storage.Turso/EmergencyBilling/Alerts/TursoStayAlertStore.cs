using Clinic.Abstractions;
using Clinic.EmergencyBilling.Alerts;
using Clinic.EmergencyBilling.Stays;
using Clinic.Storage.Turso.Dispensing;
using NodaTime;

namespace Clinic.Storage.Turso.EmergencyBilling.Alerts;

/// <summary>Watches over stays as wholes; a change writes the head and the alerts that are new or answered.</summary>
internal sealed class TursoStayAlertStore(ClinicDatabase source) : IStayAlertStore
{
    private const string Select = $"SELECT {StayAlertRows.Columns} FROM stay_watches w WHERE w.tenant_id = ?1";

    private const string SelectAlerts = $"SELECT {StayAlertRows.AlertColumns} FROM stay_alerts a WHERE a.tenant_id = ?1";

    private const string Insert = """
        INSERT INTO stay_watches (tenant_id, stay_id, site_id, is_open, due, next_code, next_level, next_at, version)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        """;

    private const string Update = """
        UPDATE stay_watches SET is_open = ?3, due = ?4, next_code = ?5, next_level = ?6, next_at = ?7, version = ?8
        WHERE tenant_id = ?1 AND stay_id = ?2 AND version = ?8 - 1
        """;

    private const string InsertAlert = """
        INSERT INTO stay_alerts (tenant_id, id, stay_id, position, site_id, code, level, clock, threshold, due_at, raised_at, escalation, escalate_after, told,
            escalates_at, status, answered_by, answered_at, note, cleared_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)
        """;

    private const string UpdateAlert = """
        UPDATE stay_alerts SET told = ?3, escalates_at = ?4, status = ?5, answered_by = ?6, answered_at = ?7, note = ?8, cleared_at = ?9
        WHERE tenant_id = ?1 AND id = ?2
        """;

    /// <inheritdoc/>
    public Task<StayWatch?> FindAsync(TenantId tenant, StayId stay, CancellationToken cancellationToken) =>
        source.FindAsync($"{Select} AND w.stay_id = ?2", [tenant.Value, stay.Value], StayAlertRows.Read, cancellationToken);

    /// <inheritdoc/>
    public Task<StayWatch?> HoldingAsync(TenantId tenant, StayAlertId alert, CancellationToken cancellationToken) =>
        source.FindAsync(
            $"{Select} AND w.stay_id = (SELECT h.stay_id FROM stay_alerts h WHERE h.tenant_id = ?1 AND h.id = ?2)", [tenant.Value, alert.Value], StayAlertRows.Read, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StayDue>> DueAsync(TenantId tenant, Instant now, int most, CancellationToken cancellationToken) =>
        await source.ListAsync(
            "SELECT w.stay_id, w.site_id, w.due FROM stay_watches w WHERE w.tenant_id = ?1 AND w.due IS NOT NULL AND w.due <= ?2 ORDER BY w.due, w.stay_id LIMIT ?3",
            [tenant.Value, now, most], r => new StayDue(r.Id<StayId>(0), r.Id<SiteId>(1), r.Instant(2)), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<Page<StayAlert>> ListAsync(TenantId tenant, StayAlertQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        var filter = new Filter(SelectAlerts, tenant.Value);
        // Said in words of the index, the few that stand are found without the many that are over.
        if (query.Statuses.Count > 0 && !query.Statuses.Contains(StayAlertStatus.Cleared)) filter.And("a.status <> 'cleared'");
        if (query.Statuses.Count > 0) filter.AnyOf("a.status", [.. query.Statuses.Select(s => SqlValue.Of(s).Text)]);
        if (query.Stay is { } stay) filter.And("a.stay_id =", stay.Value);
        if (query.Site is { } site) filter.And("a.site_id =", site.Value);
        if (page.After is { } after)
        {
            if (!InstantMark.TryParse(after, out var mark)) return new([], null);
            filter.Where("(a.raised_at, a.id) < ({0}, {1})", mark.At, mark.Id);
        }

        var (sql, values) = filter.End("ORDER BY a.raised_at DESC, a.id DESC", page.Size + 1);
        var found = await source.ListAsync(sql, values, StayAlertRows.ReadAlert, cancellationToken).ConfigureAwait(false);
        return Paging.Cut(found, page, a => InstantMark.Of(a.RaisedAt, a.Id.Value));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StayNextAlert>> NextAsync(TenantId tenant, SiteId site, CancellationToken cancellationToken) =>
        await source.ListAsync(
            """
            SELECT w.stay_id, w.next_code, w.next_level, w.next_at FROM stay_watches w
            WHERE w.tenant_id = ?1 AND w.site_id = ?2 AND w.is_open = 1 AND w.next_at IS NOT NULL ORDER BY w.stay_id
            """,
            [tenant.Value, site.Value], r => new StayNextAlert(r.Id<StayId>(0), r.Text(1), r.Int(2), r.Instant(3)), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public void Save(IUnit unit, StayWatch? before, StayWatch after)
    {
        StayWatchSuccession.Check(before, after);
        var mine = TursoUnit.Of(unit);
        var s = after.ToSnapshot();
        if (before is null)
            mine.Add(Insert, Guard.OneRow(after.Fact), mine.Tenant, s.Stay.Value, s.Site.Value, s.IsOpen, s.Due, s.Next?.Code, s.Next?.Level, s.Next?.At, s.Version);
        else
            mine.Add(Update, Guard.OneRow(after.Fact), mine.Tenant, s.Stay.Value, s.IsOpen, s.Due, s.Next?.Code, s.Next?.Level, s.Next?.At, s.Version);
        for (var i = 0; i < s.Alerts.Count; i++)
        {
            var a = s.Alerts[i];
            if (i >= (before?.Alerts.Count ?? 0)) AddAlert(mine, after.Fact, i, a);
            else if (a != before!.Alerts[i])
                mine.Add(UpdateAlert, Guard.OneRow(after.Fact), mine.Tenant, a.Id.Value, a.Told, a.EscalatesAt, SqlValue.Of(a.Status), a.AnsweredBy?.Value, a.AnsweredAt, a.Note, a.ClearedAt);
        }
    }

    /// <inheritdoc/>
    public void Hurry(IUnit unit, SiteId site, Instant at)
    {
        var mine = TursoUnit.Of(unit);
        mine.Add(
            "UPDATE stay_watches SET due = ?3, version = version + 1 WHERE tenant_id = ?1 AND site_id = ?2 AND is_open = 1 AND (due IS NULL OR due > ?3)",
            Guard.None, mine.Tenant, site.Value, at);
    }

    private static void AddAlert(TursoUnit unit, FactKey fact, int position, StayAlert a) => unit.Add(
        InsertAlert, Guard.OneRow(fact),
        unit.Tenant, a.Id.Value, a.Stay.Value, position, a.Site.Value, a.Code, a.Level, SqlValue.Of(a.Clock), (long)a.Threshold.TotalSeconds, a.DueAt, a.RaisedAt,
        StayAlertRows.Targets(a.Escalation), (long)a.EscalateAfter.TotalSeconds, a.Told, a.EscalatesAt, SqlValue.Of(a.Status), a.AnsweredBy?.Value, a.AnsweredAt, a.Note, a.ClearedAt);
}
