using Clinic.Abstractions;
using Clinic.EmergencyBilling.Rights;

namespace Clinic.EmergencyBilling.Alerts;

/// <summary>Reading: alerts of stays, and the rules of a site.</summary>
public sealed class StayAlertInquiries(IStayAlertStore alerts, IStayAlertRuleStore rules)
{
    /// <summary>Alerts of the caller's site, last raised first; paged.</summary>
    /// <exception cref="EmergencyBillingException">The actor may not read.</exception>
    public Task<Page<StayAlert>> ListAsync(CommandContext x, StayAlertQuery query, PageRequest page, CancellationToken cancellationToken = default)
    {
        Check(x, EmergencyAct.ReadAlerts);
        ArgumentNullException.ThrowIfNull(query);
        return alerts.ListAsync(x.Tenant, query with { Site = x.Site }, page, cancellationToken);
    }

    /// <summary>A version of the site's rules, the last when none is named; what holds before anything was said has version 0.</summary>
    /// <exception cref="EmergencyBillingException">There is no such version, or the actor may not read.</exception>
    public async Task<StayAlertRules> RulesAsync(CommandContext x, int? version, CancellationToken cancellationToken = default)
    {
        Check(x, EmergencyAct.ReadAlertRules);
        if (version == 0) return StayAlertRules.Default(x.Site);
        return await rules.FindAsync(x.Tenant, x.Site, version, cancellationToken).ConfigureAwait(false)
            ?? (version is null ? StayAlertRules.Default(x.Site) : throw new EmergencyBillingException(EmergencyBillingRules.AlertRulesUnknown, ("version", version)));
    }

    /// <summary>All versions of the site's rules, last first; paged.</summary>
    /// <exception cref="EmergencyBillingException">The actor may not read.</exception>
    public Task<Page<StayAlertRules>> RulesHistoryAsync(CommandContext x, PageRequest page, CancellationToken cancellationToken = default)
    {
        Check(x, EmergencyAct.ReadAlertRules);
        return rules.HistoryAsync(x.Tenant, x.Site, page, cancellationToken);
    }

    private static void Check(CommandContext x, EmergencyAct act)
    {
        ArgumentNullException.ThrowIfNull(x);
        var failures = new Failures();
        EmergencyRights.CheckRole(failures, x.Actor, act);
        failures.ThrowIfAny();
    }
}
