using Clinic.Abstractions;
using Clinic.EmergencyBilling.Stays;

namespace Clinic.EmergencyBilling.Alerts;

/// <summary>Lets the watch over a stay follow its changes, in their own commits.</summary>
internal sealed class StayWatching(IStayAlertStore alerts, IStayAlertRuleStore rules)
{
    /// <summary>What is to be staged for a change of a stay; nothing before its clock began.</summary>
    public async Task<WatchChange> PrepareAsync(IUnit unit, EmergencyStay before, EmergencyStay after, CancellationToken ct)
    {
        if (ReferenceEquals(before, after) || (after.StartedAt is null && before.StartedAt is null)) return WatchChange.None;
        var stored = await alerts.FindAsync(unit.Context.Tenant, after.Id, ct).ConfigureAwait(false);
        if (stored is null && !after.IsOpen) return WatchChange.None;
        var inForce = await RulesAsync(unit.Context.Tenant, after.Site, ct).ConfigureAwait(false);
        var next = (stored ?? StayWatch.Begin(after)).Follow(after, inForce, unit.Now);
        if (ReferenceEquals(next, stored)) return WatchChange.Same(unit, stored, inForce);
        return new(() =>
        {
            unit.Require(inForce.Fact, inForce.Version);
            alerts.Save(unit, stored, next);
            foreach (var cleared in next.Alerts.Where(a => a.ClearedAt == unit.Now)) unit.Audit("stay-alert.cleared", next.Fact, cleared.Code);
        });
    }

    public async Task<StayAlertRules> RulesAsync(TenantId tenant, SiteId site, CancellationToken ct) =>
        await rules.FindAsync(tenant, site, null, ct).ConfigureAwait(false) ?? StayAlertRules.Default(site);
}
