using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Wasting;

namespace Clinic.Dispensing.InMemory;

/// <summary>Discarded remainders in memory.</summary>
internal sealed class InMemoryWasteStore(InMemoryCoordinator coordinator) : IWasteStore
{
    private readonly Dictionary<(TenantId, WasteId), DispensationId> ids = [];
    private readonly Dictionary<(TenantId, DispensationId), List<WasteEntry>> logs = [];

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
            c.AddUnique(ids, (tenant, waste.Id), waste.Dispensation, new("dispensing.waste", waste.Id.Value));
            if (!logs.TryGetValue((tenant, waste.Dispensation), out var log)) c.Put(logs, (tenant, waste.Dispensation), log = []);
            c.Append(log, waste);
        });
    }

    private static string Mark(WasteEntry waste) => InMemoryMarks.Of(waste.RecordedAt, waste.Id.Value);
}
