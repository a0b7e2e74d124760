using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Stock;
using NodaTime.Text;

namespace Clinic.Pharmacy.InMemory;

/// <summary>Lots in memory.</summary>
public sealed class InMemoryLotStore(InMemoryCoordinator coordinator) : ILotStore
{
    private const string NoExpiry = "9999-99-99";

    private readonly Dictionary<(TenantId Tenant, LotId Id), Lot> all = [];
    private readonly Dictionary<(TenantId, PresentationId), List<LotId>> byPresentation = [];

    /// <inheritdoc/>
    public Task<Lot?> FindAsync(TenantId tenant, LotId lot, CancellationToken cancellationToken) => Task.FromResult(Find(tenant, lot));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Lot>> ByNumberAsync(
        TenantId tenant, PresentationId presentation, LotNumber number, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read<IReadOnlyList<Lot>>(() =>
            [.. Of(tenant, presentation).Where(l => l.Number == number).OrderBy(l => l.Received).ThenBy(l => l.Id.Value)]));

    /// <inheritdoc/>
    public Task<Page<Lot>> ListAsync(TenantId tenant, LotQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        var found = coordinator.Read(() => all
            .Where(l => l.Key.Tenant == tenant && Matches(l.Value, query))
            .Select(l => l.Value)
            .OrderBy(Mark, StringComparer.Ordinal)
            .Where(l => page.After is null || string.CompareOrdinal(Mark(l), page.After) > 0)
            .Take(page.Size + 1)
            .ToList());
        return Task.FromResult(Paging.Cut(found, page, Mark));
    }

    /// <inheritdoc/>
    public Task<UnitCost?> LastCostAsync(TenantId tenant, PresentationId presentation, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => Of(tenant, presentation).OrderBy(l => l.Received).ThenBy(l => l.Id.Value).LastOrDefault()?.UnitCost));

    /// <inheritdoc/>
    public void Add(IUnit unit, Lot lot)
    {
        var key = (unit.Context.Tenant, lot.Presentation);
        InMemoryUnit.Of(unit).Stage(c =>
        {
            c.AdvanceFact(lot.Fact, lot.Version);
            if (!byPresentation.TryGetValue(key, out var list)) byPresentation.Add(key, list = []);
            c.Append(list, lot.Id);
            c.Put(all, (key.Tenant, lot.Id), lot);
        });
    }

    /// <inheritdoc/>
    public void Save(IUnit unit, Lot lot) => InMemoryUnit.Of(unit).Stage(c =>
    {
        c.AdvanceFact(lot.Fact, lot.Version);
        c.Put(all, (unit.Context.Tenant, lot.Id), lot);
    });

    internal Lot? Find(TenantId tenant, LotId lot) => coordinator.Read(() => all.GetValueOrDefault((tenant, lot)));

    private static bool Matches(Lot lot, LotQuery q) =>
        (q.Presentation is null || lot.Presentation == q.Presentation)
        && (q.Number is null || lot.Number == q.Number)
        && (q.Status is null || lot.Status == q.Status)
        && (q.ExpiresBefore is null || (lot.Expiration is { } e && e.Date < q.ExpiresBefore));

    // Sorts as text in the promised order: expiration with none last, received, id.
    private static string Mark(Lot lot) =>
        $"{(lot.Expiration is { } e ? LocalDatePattern.Iso.Format(e.Date) : NoExpiry)}|{InstantPattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm:ss.ffffff").Format(lot.Received)}|{lot.Id}";

    private IEnumerable<Lot> Of(TenantId tenant, PresentationId presentation) =>
        byPresentation.TryGetValue((tenant, presentation), out var list) ? list.Select(id => all[(tenant, id)]) : [];
}
