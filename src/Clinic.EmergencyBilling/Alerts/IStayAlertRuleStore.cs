using Clinic.Abstractions;

namespace Clinic.EmergencyBilling.Alerts;

/// <summary>Loads and stages the alert rules of sites; versions are append-only.</summary>
public interface IStayAlertRuleStore
{
    /// <summary>A version of the rules of a site, the last when none is named, or null.</summary>
    Task<StayAlertRules?> FindAsync(TenantId tenant, SiteId site, int? version, CancellationToken cancellationToken);

    /// <summary>All versions, last first, paged.</summary>
    Task<Page<StayAlertRules>> HistoryAsync(TenantId tenant, SiteId site, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Stages the next version; conflicts when another was written since it was read.</summary>
    void Add(IUnit unit, StayAlertRules rules);
}
