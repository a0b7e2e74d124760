using Clinic.Abstractions;

namespace Clinic.Pharmacy.Sales.Shifts;

/// <summary>Loads and stages cashier shifts.</summary>
public interface IShiftStore
{
    /// <summary>A shift, or null.</summary>
    Task<CashierShift?> FindAsync(TenantId tenant, ShiftId shift, CancellationToken cancellationToken);

    /// <summary>The open shift of a cashier at a site, or null; there is at most one.</summary>
    Task<CashierShift?> OpenOfAsync(TenantId tenant, SiteId site, PersonId cashier, CancellationToken cancellationToken);

    /// <summary>Shifts last opened first, then by id downwards; of one cashier or all, only open ones or all; paged.</summary>
    Task<Page<CashierShift>> ListAsync(TenantId tenant, PersonId? cashier, bool openOnly, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Stages a new shift; conflicts when the cashier has an open one at the site.</summary>
    void Add(IUnit unit, CashierShift shift);

    /// <summary>Stages a changed shift; conflicts unless the version before is stored.</summary>
    void Save(IUnit unit, CashierShift shift);
}
