using Clinic.Abstractions;

namespace Clinic.Pharmacy.Counting;

/// <summary>Keeps physical counts; they are never changed.</summary>
public interface ICountStore
{
    /// <summary>The count of a lot at a location that occurred last, or null.</summary>
    Task<StockCount?> LatestAsync(TenantId tenant, LotId lot, LocationId location, CancellationToken cancellationToken);

    /// <summary>Counts, last occurred first, then by id downwards; of one location or all; paged.</summary>
    Task<Page<StockCount>> ListAsync(TenantId tenant, LocationId? location, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Stages a count; conflicts if a later one of that lot and location is stored.</summary>
    void Add(IUnit unit, StockCount count);
}
