using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.Pharmacy.Gs1;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;

namespace Clinic.Pharmacy.InMemory;

/// <summary>Presentations in memory.</summary>
public sealed class InMemoryPresentationStore(InMemoryCoordinator coordinator) : IPresentationStore
{
    private readonly Dictionary<(TenantId Tenant, PresentationId Id), Presentation> all = [];
    private readonly Dictionary<(TenantId, string), PresentationId> byCode = [];
    private readonly Dictionary<(TenantId, Gtin), PresentationId> byGtin = [];

    /// <inheritdoc/>
    public Task<Presentation?> FindAsync(TenantId tenant, PresentationId presentation, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => all.GetValueOrDefault((tenant, presentation))));

    /// <inheritdoc/>
    public Task<Presentation?> FindByCodeAsync(TenantId tenant, string code, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => byCode.TryGetValue((tenant, code), out var id) ? all[(tenant, id)] : null));

    /// <inheritdoc/>
    public Task<Presentation?> FindByGtinAsync(TenantId tenant, Gtin gtin, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => byGtin.TryGetValue((tenant, gtin), out var id) ? all[(tenant, id)] : null));

    /// <inheritdoc/>
    public Task<Page<Presentation>> ListAsync(
        TenantId tenant, MedicationId? medication, string? text, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var wanted = SearchText.Fold(text);
        var found = coordinator.Read(() => all
            .Where(p => p.Key.Tenant == tenant && (medication is null || p.Value.Medication == medication))
            .Select(p => p.Value)
            .Where(p => wanted is null || SearchText.Of(p).Contains(wanted, StringComparison.Ordinal))
            .OrderBy(p => p.Code, StringComparer.Ordinal)
            .Where(p => page.After is null || string.CompareOrdinal(p.Code, page.After) > 0)
            .Take(page.Size + 1)
            .ToList());
        return Task.FromResult(Paging.Cut(found, page, p => p.Code));
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, Presentation presentation) => Stage(unit, presentation);

    /// <inheritdoc/>
    public void Save(IUnit unit, Presentation presentation) => Stage(unit, presentation);

    private void Stage(IUnit unit, Presentation presentation)
    {
        var key = (unit.Context.Tenant, presentation.Id);
        InMemoryUnit.Of(unit).Stage(c =>
        {
            c.AdvanceFact(presentation.Fact, presentation.Version);
            if (all.TryGetValue(key, out var before))
            {
                c.Remove(byCode, (key.Tenant, before.Code));
                foreach (var g in before.Gtins) c.Remove(byGtin, (key.Tenant, g.Gtin));
            }

            c.AddUnique(byCode, (key.Tenant, presentation.Code), presentation.Id, presentation.Fact);
            foreach (var g in presentation.Gtins) c.AddUnique(byGtin, (key.Tenant, g.Gtin), presentation.Id, presentation.Fact);
            c.Put(all, key, presentation);
        });
    }
}
