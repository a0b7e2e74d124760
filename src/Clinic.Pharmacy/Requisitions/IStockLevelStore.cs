using Clinic.Abstractions;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>Loads and stages stock levels.</summary>
public interface IStockLevelStore
{
    /// <summary>The level of a presentation at a location, or null.</summary>
    Task<StockLevel?> FindAsync(TenantId tenant, LocationId location, PresentationId presentation, CancellationToken cancellationToken);

    /// <summary>Levels by location and presentation id, of one location or all, paged.</summary>
    Task<Page<StockLevel>> ListAsync(TenantId tenant, LocationId? location, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Stages a new or changed level; conflicts unless the version before is stored, and if the pair has another.</summary>
    void Save(IUnit unit, StockLevel level);
}
