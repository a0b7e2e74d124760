using System.Globalization;
using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.Pharmacy.Sales.Shifts;

namespace Clinic.Pharmacy.InMemory;

/// <summary>Cashier shifts in memory.</summary>
public sealed class InMemoryShiftStore(InMemoryCoordinator coordinator) : IShiftStore
{
    private readonly Dictionary<(TenantId Tenant, ShiftId Id), CashierShift> all = [];
    private readonly Dictionary<(TenantId, SiteId, PersonId), ShiftId> open = [];

    /// <inheritdoc/>
    public Task<CashierShift?> FindAsync(TenantId tenant, ShiftId shift, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => all.GetValueOrDefault((tenant, shift))));

    /// <inheritdoc/>
    public Task<CashierShift?> OpenOfAsync(TenantId tenant, SiteId site, PersonId cashier, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => open.TryGetValue((tenant, site, cashier), out var id) ? all[(tenant, id)] : null));

    /// <inheritdoc/>
    public Task<Page<CashierShift>> ListAsync(TenantId tenant, PersonId? cashier, bool openOnly, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var found = coordinator.Read(() => all
            .Where(s => s.Key.Tenant == tenant && (cashier is null || s.Value.Cashier == cashier) && (!openOnly || s.Value.Status == ShiftStatus.Open))
            .Select(s => s.Value)
            .OrderByDescending(Mark, StringComparer.Ordinal)
            .Where(s => page.After is null || string.CompareOrdinal(Mark(s), page.After) < 0)
            .Take(page.Size + 1)
            .ToList());
        return Task.FromResult(Paging.Cut(found, page, Mark));
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, CashierShift shift) => Stage(unit, shift, (c, key) => c.AddUnique(open, key, shift.Id, shift.Fact));

    /// <inheritdoc/>
    public void Save(IUnit unit, CashierShift shift) => Stage(unit, shift, (c, key) =>
    {
        if (shift.Status == ShiftStatus.Closed) c.Remove(open, key);
    });

    private void Stage(IUnit unit, CashierShift shift, Action<InMemoryChanges, (TenantId, SiteId, PersonId)> change)
    {
        ArgumentNullException.ThrowIfNull(shift);
        var tenant = unit.Context.Tenant;
        InMemoryUnit.Of(unit).Stage(c =>
        {
            c.AdvanceFact(shift.Fact, shift.Version);
            change(c, (tenant, shift.Site, shift.Cashier));
            c.Put(all, (tenant, shift.Id), shift);
        });
    }

    private static string Mark(CashierShift s) => string.Create(CultureInfo.InvariantCulture, $"{s.Opened.ToUnixTimeMicroseconds():D20}|{s.Id}");
}
