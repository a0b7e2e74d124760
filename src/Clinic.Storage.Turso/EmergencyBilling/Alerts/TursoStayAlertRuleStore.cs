using System.Globalization;
using System.Text.Json;
using Clinic.Abstractions;
using Clinic.EmergencyBilling.Alerts;
using NodaTime;

namespace Clinic.Storage.Turso.EmergencyBilling.Alerts;

/// <summary>Versions of what the stays of sites are warned of.</summary>
internal sealed class TursoStayAlertRuleStore(ClinicDatabase source) : IStayAlertRuleStore
{
    private const string Select =
        "SELECT r.site_id, r.version, r.rules, r.escalate_after, r.by_id, r.at, r.reason FROM stay_alert_rules r WHERE r.tenant_id = ?1 AND r.site_id = ?2";

    /// <inheritdoc/>
    public async Task<StayAlertRules?> FindAsync(TenantId tenant, SiteId site, int? version, CancellationToken cancellationToken) =>
        (await source.ListAsync(
            $"{Select} AND r.version = coalesce(?3, r.version) ORDER BY r.version DESC LIMIT 1", [tenant.Value, site.Value, version], Read, cancellationToken)
            .ConfigureAwait(false)).FirstOrDefault();

    /// <inheritdoc/>
    public async Task<Page<StayAlertRules>> HistoryAsync(TenantId tenant, SiteId site, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var filter = new Filter(Select, tenant.Value, site.Value);
        if (page.After is { } after) filter.And("r.version <", long.Parse(after, CultureInfo.InvariantCulture));
        var (sql, values) = filter.End("ORDER BY r.version DESC", page.Size + 1);
        var found = await source.ListAsync(sql, values, Read, cancellationToken).ConfigureAwait(false);
        return Paging.Cut(found, page, r => r.Version.ToString(CultureInfo.InvariantCulture));
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, StayAlertRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var mine = TursoUnit.Of(unit);
        mine.Add(
            """
            INSERT INTO stay_alert_rules (tenant_id, site_id, version, rules, escalate_after, by_id, at, reason)
            SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8
            WHERE ?3 = 1 + coalesce((SELECT max(o.version) FROM stay_alert_rules o WHERE o.tenant_id = ?1 AND o.site_id = ?2), 0)
            """,
            Guard.OneRow(rules.Fact),
            mine.Tenant, rules.Site.Value, rules.Version, JsonSerializer.Serialize(rules.Rules, ClinicJson.Options), (long)rules.EscalateAfter.TotalSeconds,
            rules.By?.Value, rules.At, rules.Reason);
    }

    private static StayAlertRules Read(Row r) => new(
        r.Id<SiteId>(0), r.Int(1), JsonSerializer.Deserialize<List<AlertRule>>(r.Text(2), ClinicJson.Options)!, Duration.FromSeconds(r.Long(3)),
        r.IdOrNull<PersonId>(4), r.InstantOrNull(5), r.TextOrNull(6));
}
