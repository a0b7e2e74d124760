using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Prices;

/// <summary>Loads and stages price lists with all their versions. Find returns null for what is unknown.</summary>
/// <remarks>Versions are append-only. Lists of lists come without their prices, see <see cref="PriceList.IsPart"/>.</remarks>
public interface IPriceListStore
{
    /// <summary>A version of a list with all prices; the last one when none is named, or null.</summary>
    Task<PriceList?> FindAsync(TenantId tenant, PriceListId list, long? version, CancellationToken cancellationToken);

    /// <summary>The last version of the list of a code, compared exactly, without prices, or null.</summary>
    Task<PriceList?> FindByCodeAsync(TenantId tenant, string code, CancellationToken cancellationToken);

    /// <summary>The last versions of lists by code, paged, without prices.</summary>
    Task<Page<PriceList>> ListAsync(TenantId tenant, PriceListQuery query, PageRequest page, CancellationToken cancellationToken);

    /// <summary>The versions of a list, last first, paged, without prices.</summary>
    Task<Page<PriceList>> HistoryAsync(TenantId tenant, PriceListId list, PageRequest page, CancellationToken cancellationToken);

    /// <summary>The versions that hold on a date for a segment at a site, each with the prices of one presentation only.</summary>
    /// <remarks>Of each list the last version whose effective date has come.</remarks>
    Task<IReadOnlyList<PriceList>> InForceAsync(
        TenantId tenant, SiteId site, PriceSegment segment, LocalDate date, PresentationId presentation, CancellationToken cancellationToken);

    /// <summary>Stages a version; conflicts unless the one before is the last, the code is free, and no other list overlaps.</summary>
    void Save(IUnit unit, PriceList list);
}
