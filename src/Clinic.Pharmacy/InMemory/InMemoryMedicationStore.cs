using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.Pharmacy.Medications;

namespace Clinic.Pharmacy.InMemory;

/// <summary>Medications in memory.</summary>
public sealed class InMemoryMedicationStore(InMemoryCoordinator coordinator) : IMedicationStore
{
    private readonly Dictionary<(TenantId Tenant, MedicationId Id), Medication> all = [];
    private readonly Dictionary<(TenantId, string), MedicationId> byCode = [];

    /// <inheritdoc/>
    public Task<Medication?> FindAsync(TenantId tenant, MedicationId medication, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => all.GetValueOrDefault((tenant, medication))));

    /// <inheritdoc/>
    public Task<Medication?> FindByCodeAsync(TenantId tenant, string code, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => byCode.TryGetValue((tenant, code), out var id) ? all[(tenant, id)] : null));

    /// <inheritdoc/>
    public Task<Page<Medication>> ListAsync(TenantId tenant, string? text, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var wanted = SearchText.Fold(text);
        var found = coordinator.Read(() => all
            .Where(m => m.Key.Tenant == tenant)
            .Select(m => m.Value)
            .Where(m => wanted is null || SearchText.Of(m).Contains(wanted, StringComparison.Ordinal))
            .OrderBy(m => m.Code, StringComparer.Ordinal)
            .Where(m => page.After is null || string.CompareOrdinal(m.Code, page.After) > 0)
            .Take(page.Size + 1)
            .ToList());
        return Task.FromResult(Paging.Cut(found, page, m => m.Code));
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, Medication medication) => Stage(unit, medication);

    /// <inheritdoc/>
    public void Save(IUnit unit, Medication medication) => Stage(unit, medication);

    private void Stage(IUnit unit, Medication medication)
    {
        var key = (unit.Context.Tenant, medication.Id);
        InMemoryUnit.Of(unit).Stage(c =>
        {
            c.AdvanceFact(medication.Fact, medication.Version);
            if (all.TryGetValue(key, out var before)) c.Remove(byCode, (key.Tenant, before.Code));
            c.AddUnique(byCode, (key.Tenant, medication.Code), medication.Id, medication.Fact);
            c.Put(all, key, medication);
        });
    }
}
