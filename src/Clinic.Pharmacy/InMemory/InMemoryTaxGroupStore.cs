using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.Pharmacy.Prices;

namespace Clinic.Pharmacy.InMemory;

/// <summary>Tax groups in memory.</summary>
public sealed class InMemoryTaxGroupStore(InMemoryCoordinator coordinator) : ITaxGroupStore
{
    private readonly Dictionary<(TenantId Tenant, string Code), TaxGroup> all = [];

    /// <inheritdoc/>
    public Task<TaxGroup?> FindByCodeAsync(TenantId tenant, string code, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => all.GetValueOrDefault((tenant, code))));

    /// <inheritdoc/>
    public Task<IReadOnlyList<TaxGroup>> ListAsync(TenantId tenant, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<TaxGroup>>(coordinator.Read(() =>
            all.Where(g => g.Key.Tenant == tenant).Select(g => g.Value).OrderBy(g => g.Code, StringComparer.Ordinal).ToList()));

    /// <inheritdoc/>
    public void Save(IUnit unit, TaxGroup group) => InMemoryUnit.Of(unit).Stage(c =>
    {
        var key = (unit.Context.Tenant, group.Code);
        c.AdvanceFact(group.Fact, group.Version);
        if (group.Version == 1) c.AddUnique(all, key, group, group.Fact);
        else c.Put(all, key, group);
    });
}
