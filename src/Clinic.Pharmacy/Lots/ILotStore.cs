using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Lots;

/// <summary>Loads and stages lots. Numbers are compared exactly: case, accents and spaces matter.</summary>
public interface ILotStore
{
    /// <summary>A lot, or null.</summary>
    Task<Lot?> FindAsync(TenantId tenant, LotId lot, CancellationToken cancellationToken);

    /// <summary>All receipts of a number of a presentation, oldest first, then by id; empty when there is none.</summary>
    Task<IReadOnlyList<Lot>> ByNumberAsync(TenantId tenant, PresentationId presentation, LotNumber number, CancellationToken cancellationToken);

    /// <summary>Lots by expiration date with none last, then received, then id; paged.</summary>
    Task<Page<Lot>> ListAsync(TenantId tenant, LotQuery query, PageRequest page, CancellationToken cancellationToken);

    /// <summary>The unit cost of the lot of a presentation that was received last, or null.</summary>
    Task<UnitCost?> LastCostAsync(TenantId tenant, PresentationId presentation, CancellationToken cancellationToken);

    /// <summary>Stages a new lot.</summary>
    void Add(IUnit unit, Lot lot);

    /// <summary>Stages a changed lot; conflicts unless the version before is stored.</summary>
    void Save(IUnit unit, Lot lot);
}
