using System.Globalization;
using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.Pharmacy.Requisitions;

namespace Clinic.Pharmacy.InMemory;

/// <summary>Requisitions in memory.</summary>
public sealed class InMemoryRequisitionStore(InMemoryCoordinator coordinator) : IRequisitionStore
{
    private readonly Dictionary<(TenantId Tenant, RequisitionId Id), Requisition> all = [];
    private readonly Dictionary<(TenantId Tenant, SiteId Site, int Year, int Sequence), RequisitionId> numbers = [];

    /// <inheritdoc/>
    public Task<Requisition?> FindAsync(TenantId tenant, RequisitionId requisition, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => all.GetValueOrDefault((tenant, requisition))));

    /// <inheritdoc/>
    public Task<Page<Requisition>> ListAsync(TenantId tenant, RequisitionQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        var found = coordinator.Read(() => all
            .Where(r => r.Key.Tenant == tenant)
            .Select(r => r.Value)
            .Where(query.Takes)
            .OrderByDescending(Mark, StringComparer.Ordinal)
            .Where(r => page.After is null || string.CompareOrdinal(Mark(r), page.After) < 0)
            .Take(page.Size + 1)
            .ToList());
        return Task.FromResult(Paging.Cut(found, page, Mark));
    }

    /// <inheritdoc/>
    public Task<int> LastSequenceAsync(TenantId tenant, SiteId site, int year, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => numbers.Keys.Where(n => n.Tenant == tenant && n.Site == site && n.Year == year).Select(n => n.Sequence).DefaultIfEmpty().Max()));

    /// <inheritdoc/>
    public void Save(IUnit unit, Requisition requisition)
    {
        ArgumentNullException.ThrowIfNull(requisition);
        var key = (unit.Context.Tenant, requisition.Id);
        InMemoryUnit.Of(unit).Stage(c =>
        {
            c.AdvanceFact(requisition.Fact, requisition.Version);
            if (requisition.Number is { } n && all.GetValueOrDefault(key)?.Number is null)
                c.AddUnique(numbers, (key.Tenant, requisition.Site, n.Year, n.Sequence), requisition.Id, requisition.Fact);
            c.Put(all, key, requisition);
        });
    }

    private static string Mark(Requisition r) => string.Create(CultureInfo.InvariantCulture, $"{r.Created.ToUnixTimeMicroseconds():D20}|{r.Id}");
}
