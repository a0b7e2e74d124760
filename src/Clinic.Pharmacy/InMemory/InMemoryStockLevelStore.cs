using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.Pharmacy.Requisitions;

namespace Clinic.Pharmacy.InMemory;

/// <summary>Stock levels in memory.</summary>
public sealed class InMemoryStockLevelStore(InMemoryCoordinator coordinator) : IStockLevelStore
{
    private readonly Dictionary<(TenantId Tenant, LocationId Location, PresentationId Presentation), StockLevel> all = [];

    /// <inheritdoc/>
    public Task<StockLevel?> FindAsync(TenantId tenant, LocationId location, PresentationId presentation, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => all.GetValueOrDefault((tenant, location, presentation))));

    /// <inheritdoc/>
    public Task<Page<StockLevel>> ListAsync(TenantId tenant, LocationId? location, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var found = coordinator.Read(() => all
            .Where(l => l.Key.Tenant == tenant && (location is null || l.Key.Location == location))
            .Select(l => l.Value)
            .OrderBy(Mark, StringComparer.Ordinal)
            .Where(l => page.After is null || string.CompareOrdinal(Mark(l), page.After) > 0)
            .Take(page.Size + 1)
            .ToList());
        return Task.FromResult(Paging.Cut(found, page, Mark));
    }

    /// <inheritdoc/>
    public void Save(IUnit unit, StockLevel level)
    {
        ArgumentNullException.ThrowIfNull(level);
        var key = (unit.Context.Tenant, level.Location, level.Presentation);
        InMemoryUnit.Of(unit).Stage(c =>
        {
            c.AdvanceFact(level.Fact, level.Version);
            if (level.Version == 1) c.AddUnique(all, key, level, level.Fact);
            else c.Put(all, key, level);
        });
    }

    private static string Mark(StockLevel l) => $"{l.Location}|{l.Presentation}";
}
