using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Prices;

/// <summary>Loads and stages special prices. Find returns null for what is unknown.</summary>
public interface ISpecialPriceStore
{
    /// <summary>A special price, ended ones included, or null.</summary>
    Task<SpecialPrice?> FindAsync(TenantId tenant, SpecialPriceId special, CancellationToken cancellationToken);

    /// <summary>Special prices, first begun first, then by id; paged.</summary>
    Task<Page<SpecialPrice>> ListAsync(TenantId tenant, SpecialPriceQuery query, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Those of a presentation that hold on a date for everybody of a segment or for one patient in it.</summary>
    Task<IReadOnlyList<SpecialPrice>> InForceAsync(
        TenantId tenant, SiteId site, PriceSegment segment, PatientId? patient, LocalDate date, PresentationId presentation, CancellationToken cancellationToken);

    /// <summary>Stages a new or ended special price; conflicts unless the version before is stored and no other overlaps.</summary>
    void Save(IUnit unit, SpecialPrice special);
}
