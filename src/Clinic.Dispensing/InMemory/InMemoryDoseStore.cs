using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Usage;

namespace Clinic.Dispensing.InMemory;

/// <summary>The dose log in memory.</summary>
internal sealed class InMemoryDoseStore(InMemoryCoordinator coordinator) : IDoseStore
{
    private readonly Dictionary<(TenantId, DoseId), DoseEntry> entries = [];
    private readonly Dictionary<(TenantId, DoseId), DoseId> reversals = [];
    private readonly Dictionary<(TenantId, DispensationId), List<DoseEntry>> logs = [];

    public Task<DoseEntry?> FindAsync(TenantId tenant, DoseId dose, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => entries.GetValueOrDefault((tenant, dose))));

    public Task<DoseId?> ReversalOfAsync(TenantId tenant, DoseId dose, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => reversals.TryGetValue((tenant, dose), out var id) ? id : (DoseId?)null));

    public Task<Page<DoseEntry>> ListAsync(TenantId tenant, DispensationId dispensation, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var found = coordinator.Read(() => logs.GetValueOrDefault((tenant, dispensation))?.ToList() ?? [])
            .OrderBy(Mark, StringComparer.Ordinal)
            .Where(d => page.After is null || string.CompareOrdinal(Mark(d), page.After) > 0)
            .Take(page.Size + 1)
            .ToList();
        return Task.FromResult(Paging.Cut(found, page, Mark));
    }

    public void Add(IUnit unit, DoseEntry dose)
    {
        var tenant = unit.Context.Tenant;
        InMemoryUnit.Of(unit).Stage(c =>
        {
            var fact = new FactKey("dispensing.dose", dose.Id.Value);
            if (dose.Reverses is { } wrong) c.AddUnique(reversals, (tenant, wrong), dose.Id, new("dispensing.dose", wrong.Value));
            c.AddUnique(entries, (tenant, dose.Id), dose, fact);
            if (!logs.TryGetValue((tenant, dose.Dispensation), out var log)) c.Put(logs, (tenant, dose.Dispensation), log = []);
            c.Append(log, dose);
        });
    }

    private static string Mark(DoseEntry dose) => InMemoryMarks.Of(dose.RecordedAt, dose.Id.Value);
}
