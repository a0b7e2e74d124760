using Clinic.Abstractions;

namespace Clinic.Pharmacy.Transfers;

/// <summary>Loads and stages transfers.</summary>
public interface ITransferStore
{
    /// <summary>A transfer with its lines in order, or null.</summary>
    Task<Transfer?> FindAsync(TenantId tenant, TransferId transfer, CancellationToken cancellationToken);

    /// <summary>Transfers last sent first, then by id downwards; only those in transit or all; paged.</summary>
    Task<Page<Transfer>> ListAsync(TenantId tenant, bool inTransitOnly, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Stages a new transfer.</summary>
    void Add(IUnit unit, Transfer transfer);

    /// <summary>Stages a changed transfer; conflicts unless the version before is stored.</summary>
    void Save(IUnit unit, Transfer transfer);
}
