using Clinic.Abstractions;

namespace Clinic.Pharmacy.Alerts;

/// <summary>Loads and stages rules as wholes.</summary>
public interface IAlertRuleStore
{
    /// <summary>A rule, retired ones included, or null.</summary>
    Task<AlertRule?> FindAsync(TenantId tenant, AlertRuleId rule, CancellationToken cancellationToken);

    /// <summary>The rule that counts for a slot, or null.</summary>
    Task<AlertRule?> FindBySlotAsync(TenantId tenant, string slot, CancellationToken cancellationToken);

    /// <summary>Rules by id, of one kind or all, retired ones only when asked; paged.</summary>
    Task<Page<AlertRule>> ListAsync(TenantId tenant, AlertKind? kind, bool withRetired, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Stages a new rule; its slot must be free at the commit.</summary>
    void Add(IUnit unit, AlertRule rule);

    /// <summary>Stages a changed rule; conflicts unless the version before is stored and its slot is free.</summary>
    void Save(IUnit unit, AlertRule rule);
}
