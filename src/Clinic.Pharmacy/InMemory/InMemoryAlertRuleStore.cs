using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.Pharmacy.Alerts;

namespace Clinic.Pharmacy.InMemory;

/// <summary>Rules of what to warn of, in memory.</summary>
public sealed class InMemoryAlertRuleStore(InMemoryCoordinator coordinator) : IAlertRuleStore
{
    private readonly Dictionary<(TenantId Tenant, AlertRuleId Id), AlertRule> all = [];
    private readonly Dictionary<(TenantId, string), AlertRuleId> slots = [];

    /// <inheritdoc/>
    public Task<AlertRule?> FindAsync(TenantId tenant, AlertRuleId rule, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => all.GetValueOrDefault((tenant, rule))));

    /// <inheritdoc/>
    public Task<AlertRule?> FindBySlotAsync(TenantId tenant, string slot, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => slots.TryGetValue((tenant, slot), out var id) ? all[(tenant, id)] : null));

    /// <inheritdoc/>
    public Task<Page<AlertRule>> ListAsync(TenantId tenant, AlertKind? kind, bool withRetired, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var found = coordinator.Read(() => all
            .Where(r => r.Key.Tenant == tenant && (kind is null || r.Value.Kind == kind) && (withRetired || !r.Value.IsRetired))
            .Select(r => r.Value)
            .OrderBy(Mark, StringComparer.Ordinal)
            .Where(r => page.After is null || string.CompareOrdinal(Mark(r), page.After) > 0)
            .Take(page.Size + 1)
            .ToList());
        return Task.FromResult(Paging.Cut(found, page, Mark));
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, AlertRule rule) => Stage(unit, rule);

    /// <inheritdoc/>
    public void Save(IUnit unit, AlertRule rule) => Stage(unit, rule);

    private void Stage(IUnit unit, AlertRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        InMemoryUnit.Of(unit).Stage(c =>
        {
            var tenant = unit.Context.Tenant;
            c.AdvanceFact(rule.Fact, rule.Version);
            if (all.TryGetValue((tenant, rule.Id), out var before)) c.Remove(slots, (tenant, before.Slot));
            if (!rule.IsRetired) c.AddUnique(slots, (tenant, rule.Slot), rule.Id, rule.Fact);
            c.Put(all, (tenant, rule.Id), rule);
        });
    }

    private static string Mark(AlertRule r) => r.Id.ToString();
}
