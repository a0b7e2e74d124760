using Clinic.Abstractions;

namespace Clinic.Pharmacy.Receiving;

/// <summary>Keeps receipts; they are never changed.</summary>
public interface IReceiptStore
{
    /// <summary>A receipt with its lines in order, or null.</summary>
    Task<Receipt?> FindAsync(TenantId tenant, ReceiptId receipt, CancellationToken cancellationToken);

    /// <summary>Receipts, last received first, then by id; paged.</summary>
    Task<Page<Receipt>> ListAsync(TenantId tenant, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Stages a receipt.</summary>
    void Add(IUnit unit, Receipt receipt);
}
