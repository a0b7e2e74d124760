using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.Dispensing.Checklists;

namespace Clinic.Dispensing.InMemory;

/// <summary>Checklists in memory.</summary>
internal sealed class InMemoryChecklistStore(InMemoryCoordinator coordinator) : IChecklistStore
{
    private readonly Dictionary<(TenantId Tenant, ChecklistId Id), Checklist> all = [];

    public Task<Checklist?> FindAsync(TenantId tenant, ChecklistId checklist, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => all.GetValueOrDefault((tenant, checklist))));

    public Task<Page<Checklist>> ListAsync(TenantId tenant, DepartmentId? department, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var found = coordinator.Read(() => all.Where(c => c.Key.Tenant == tenant).Select(c => c.Value).ToList())
            .Where(c => !c.IsRetired && (department is null || c.Department == department))
            .OrderBy(Mark, StringComparer.Ordinal)
            .Where(c => page.After is null || string.CompareOrdinal(Mark(c), page.After) > 0)
            .Take(page.Size + 1)
            .ToList();
        return Task.FromResult(Paging.Cut(found, page, Mark));
    }

    public void Save(IUnit unit, Checklist checklist)
    {
        var tenant = unit.Context.Tenant;
        InMemoryUnit.Of(unit).Stage(c =>
        {
            c.AdvanceFact(checklist.Fact, checklist.Version);
            c.Put(all, (tenant, checklist.Id), checklist);
        });
    }

    private static string Mark(Checklist checklist) => $"{checklist.Name}\0{checklist.Id}";
}
