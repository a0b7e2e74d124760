using Clinic.Abstractions;
using Clinic.Pharmacy.Alerts;

namespace Clinic.Storage.Turso.Pharmacy.Alerts;

/// <summary>Rules of what to warn of, each one row.</summary>
internal sealed class TursoAlertRuleStore(ClinicDatabase source) : IAlertRuleStore
{
    private const string Select = "SELECT r.detail FROM alert_rules r WHERE r.tenant_id = ?1";

    private const string Insert = """
        INSERT INTO alert_rules (tenant_id, id, kind, slot, is_retired, detail, version, created_at, updated_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8)
        """;

    private const string Update = """
        UPDATE alert_rules SET slot = ?3, is_retired = ?4, detail = ?5, version = ?6, updated_at = ?7
        WHERE tenant_id = ?1 AND id = ?2 AND version = ?6 - 1
        """;

    /// <inheritdoc/>
    public Task<AlertRule?> FindAsync(TenantId tenant, AlertRuleId rule, CancellationToken cancellationToken) =>
        source.FindAsync($"{Select} AND r.id = ?2", [tenant.Value, rule.Value], Read, cancellationToken);

    /// <inheritdoc/>
    public Task<AlertRule?> FindBySlotAsync(TenantId tenant, string slot, CancellationToken cancellationToken) =>
        source.FindAsync($"{Select} AND r.slot = ?2 AND r.is_retired = 0", [tenant.Value, slot], Read, cancellationToken);

    /// <inheritdoc/>
    public async Task<Page<AlertRule>> ListAsync(TenantId tenant, AlertKind? kind, bool withRetired, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var filter = new Filter(Select, tenant.Value);
        if (kind is { } of) filter.And("r.kind =", SqlValue.Of(of));
        if (!withRetired) filter.And("r.is_retired = 0");
        if (page.After is { } after) filter.And("r.id >", after);
        var (sql, values) = filter.End("ORDER BY r.id", page.Size + 1);
        return Paging.Cut(await source.ListAsync(sql, values, Read, cancellationToken).ConfigureAwait(false), page, r => r.Id.ToString());
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, AlertRule rule)
    {
        var mine = TursoUnit.Of(unit);
        var s = rule.ToSnapshot();
        mine.Add(Insert, Guard.OneRow(rule.Fact), mine.Tenant, s.Id.Value, SqlValue.Of(s.Kind), rule.Slot, s.IsRetired, SnapshotJson.Of(s), s.Version, mine.Now);
    }

    /// <inheritdoc/>
    public void Save(IUnit unit, AlertRule rule)
    {
        var mine = TursoUnit.Of(unit);
        var s = rule.ToSnapshot();
        mine.Add(Update, Guard.OneRow(rule.Fact), mine.Tenant, s.Id.Value, rule.Slot, s.IsRetired, SnapshotJson.Of(s), s.Version, mine.Now);
    }

    private static AlertRule Read(Row r) => AlertRule.Restore(SnapshotJson.Read<AlertRuleSnapshot>(r.Text(0)));
}
