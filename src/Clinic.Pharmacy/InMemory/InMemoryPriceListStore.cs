using System.Globalization;
using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.Pharmacy.Prices;
using NodaTime;

namespace Clinic.Pharmacy.InMemory;

/// <summary>Price lists in memory, with every version.</summary>
public sealed class InMemoryPriceListStore(InMemoryCoordinator coordinator) : IPriceListStore
{
    private readonly Dictionary<(TenantId Tenant, PriceListId Id), List<PriceList>> all = [];
    private readonly Dictionary<(TenantId, string), PriceListId> byCode = [];

    /// <inheritdoc/>
    public Task<PriceList?> FindAsync(TenantId tenant, PriceListId list, long? version, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => Versions(tenant, list).LastOrDefault(l => version is null || l.Version == version)));

    /// <inheritdoc/>
    public Task<PriceList?> FindByCodeAsync(TenantId tenant, string code, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => byCode.TryGetValue((tenant, code), out var id) ? all[(tenant, id)][^1].Part() : null));

    /// <inheritdoc/>
    public Task<Page<PriceList>> ListAsync(TenantId tenant, PriceListQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        var found = coordinator.Read(() => all
            .Where(l => l.Key.Tenant == tenant)
            .Select(l => l.Value[^1])
            .Where(l => (query.Site is null || l.Site == query.Site) && (query.Segment is null || l.Segment == query.Segment))
            .OrderBy(l => l.Code, StringComparer.Ordinal)
            .Where(l => page.After is null || string.CompareOrdinal(l.Code, page.After) > 0)
            .Take(page.Size + 1)
            .Select(l => l.Part())
            .ToList());
        return Task.FromResult(Paging.Cut(found, page, l => l.Code));
    }

    /// <inheritdoc/>
    public Task<Page<PriceList>> HistoryAsync(TenantId tenant, PriceListId list, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var before = page.After is { } mark ? long.Parse(mark, CultureInfo.InvariantCulture) : long.MaxValue;
        var found = coordinator.Read(() => Versions(tenant, list).Where(l => l.Version < before).OrderByDescending(l => l.Version).Take(page.Size + 1).Select(l => l.Part()).ToList());
        return Task.FromResult(Paging.Cut(found, page, l => l.Version.ToString(CultureInfo.InvariantCulture)));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<PriceList>> InForceAsync(
        TenantId tenant, SiteId site, PriceSegment segment, LocalDate date, PresentationId presentation, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PriceList>>(coordinator.Read(() => all
            .Where(l => l.Key.Tenant == tenant && l.Value[^1].Site == site && l.Value[^1].Segment == segment)
            .Select(l => l.Value.LastOrDefault(v => v.Effective <= date))
            .OfType<PriceList>()
            .Where(l => l.HoldsOn(date))
            .OrderBy(l => l.Code, StringComparer.Ordinal)
            .Select(l => l.Part(presentation))
            .ToList()));

    /// <inheritdoc/>
    public void Save(IUnit unit, PriceList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        if (list.IsPart) throw new ArgumentException("A price list of which only some prices were read is not stored.", nameof(list));
        var key = (unit.Context.Tenant, list.Id);
        InMemoryUnit.Of(unit).Stage(c =>
        {
            c.AdvanceFact(list.Fact, list.Version);
            if (all.Any(l => l.Key.Tenant == key.Tenant && l.Value[^1].Overlaps(list))) throw new ConcurrencyConflictException([list.Fact]);
            if (!all.ContainsKey(key))
            {
                c.AddUnique(byCode, (key.Tenant, list.Code), list.Id, list.Fact);
                c.Put(all, key, []);
            }

            c.Append(all[key], list);
        });
    }

    private List<PriceList> Versions(TenantId tenant, PriceListId list) => all.GetValueOrDefault((tenant, list)) ?? [];
}
