using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Wasting;

namespace Clinic.Dispensing.InMemory;

/// <summary>Discarded remainders in memory.</summary>
internal sealed class InMemoryWasteStore(InMemoryCoordinator coordinator) : IWasteStore
{
    private readonly Dictionary<(TenantId, WasteId), DispensationId> ids = [];
    private readonly Dictionary<(TenantId, WasteId), WasteId> reversals = [];
    private readonly Dictionary<(TenantId, DispensationId), List<WasteEntry>> logs = [];

    public Task<WasteEntry?> FindAsync(TenantId tenant, WasteId waste, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => ids.TryGetValue((tenant, waste), out var of) ? logs[(tenant, of)].Find(w => w.Id == waste) : null));

    public Task<WasteId?> ReversalOfAsync(TenantId tenant, WasteId waste, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => reversals.TryGetValue((tenant, waste), out var id) ? id : (WasteId?)null));

    public Task<Page<WasteEntry>> ListAsync(TenantId tenant, DispensationId dispensation, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var found = coordinator.Read(() => logs.GetValueOrDefault((tenant, dispensation))?.ToList() ?? [])
            .OrderBy(Mark, StringComparer.Ordinal)
            .Where(w => page.After is null || string.CompareOrdinal(Mark(w), page.After) > 0)
            .Take(page.Size + 1)
            .ToList();
        return Task.FromResult(Paging.Cut(found, page, Mark));
    }

    public void Add(IUnit unit, WasteEntry waste)
    {
        var tenant = unit.Context.Tenant;
        InMemoryUnit.Of(unit).Stage(c =>
        {
            if (waste.Reverses is { } wrong) c.AddUnique(reversals, (tenant, wrong), waste.Id, new("dispensing.waste", wrong.Value));
            c.AddUnique(ids, (tenant, waste.Id), waste.Dispensation, new("dispensing.waste", waste.Id.Value));
            if (!logs.TryGetValue((tenant, waste.Dispensation), out var log)) c.Put(logs, (tenant, waste.Dispensation), log = []);
            c.Append(log, waste);
        });
    }

    internal IReadOnlyList<WasteEntry> Of(TenantId tenant, DispensationId dispensation) =>
        coordinator.Read(() => logs.GetValueOrDefault((tenant, dispensation))?.ToList() ?? []);

    private static string Mark(WasteEntry waste) => InMemoryMarks.Of(waste.RecordedAt, waste.Id.Value);
}
