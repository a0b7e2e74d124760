using System.Globalization;
using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.Pharmacy.SupplierReturns;

namespace Clinic.Pharmacy.InMemory;

/// <summary>Returns to suppliers in memory.</summary>
public sealed class InMemorySupplierReturnStore(InMemoryCoordinator coordinator) : ISupplierReturnStore
{
    private readonly Dictionary<(TenantId Tenant, SupplierReturnId Id), SupplierReturn> all = [];

    /// <inheritdoc/>
    public Task<SupplierReturn?> FindAsync(TenantId tenant, SupplierReturnId id, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => all.GetValueOrDefault((tenant, id))));

    /// <inheritdoc/>
    public Task<Page<SupplierReturn>> ListAsync(TenantId tenant, SupplierReturnStatus? status, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var found = coordinator.Read(() => all
            .Where(r => r.Key.Tenant == tenant && (status is null || r.Value.Status == status))
            .Select(r => r.Value)
            .OrderByDescending(Mark, StringComparer.Ordinal)
            .Where(r => page.After is null || string.CompareOrdinal(Mark(r), page.After) < 0)
            .Take(page.Size + 1)
            .ToList());
        return Task.FromResult(Paging.Cut(found, page, Mark));
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, SupplierReturn added) => Stage(unit, added);

    /// <inheritdoc/>
    public void Save(IUnit unit, SupplierReturn changed) => Stage(unit, changed);

    private void Stage(IUnit unit, SupplierReturn next)
    {
        ArgumentNullException.ThrowIfNull(next);
        InMemoryUnit.Of(unit).Stage(c =>
        {
            c.AdvanceFact(next.Fact, next.Version);
            c.Put(all, (unit.Context.Tenant, next.Id), next);
        });
    }

    private static string Mark(SupplierReturn r) => string.Create(CultureInfo.InvariantCulture, $"{r.ToSnapshot().Drafted.ToUnixTimeMicroseconds():D20}|{r.Id}");
}
