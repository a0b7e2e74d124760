using Clinic.Abstractions;

namespace Clinic.Pharmacy.SupplierReturns;

/// <summary>Loads and stages returns to suppliers.</summary>
public interface ISupplierReturnStore
{
    /// <summary>A return with its lines in order, or null.</summary>
    Task<SupplierReturn?> FindAsync(TenantId tenant, SupplierReturnId id, CancellationToken cancellationToken);

    /// <summary>Returns last drafted first, then by id downwards; of one status or all; paged.</summary>
    Task<Page<SupplierReturn>> ListAsync(TenantId tenant, SupplierReturnStatus? status, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Stages a new return.</summary>
    void Add(IUnit unit, SupplierReturn added);

    /// <summary>Stages a changed return; conflicts unless the version before is stored.</summary>
    void Save(IUnit unit, SupplierReturn changed);
}
