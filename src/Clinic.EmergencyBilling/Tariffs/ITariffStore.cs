using Clinic.Abstractions;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>Loads and stages the tariffs of a site. Find returns null for what is unknown.</summary>
/// <remarks>Every change moves the book of the site one version on, so that what relied on its prices can require it.</remarks>
public interface ITariffStore
{
    /// <summary>A tariff with all its versions, or null.</summary>
    Task<Tariff?> FindAsync(TenantId tenant, SiteId site, TariffId tariff, CancellationToken cancellationToken);

    /// <summary>The tariffs of a site by name, paged.</summary>
    Task<Page<Tariff>> ListAsync(TenantId tenant, SiteId site, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Every tariff of a site, for rating.</summary>
    Task<IReadOnlyList<Tariff>> AllAsync(TenantId tenant, SiteId site, CancellationToken cancellationToken);

    /// <summary>The version of the book of a site; 0 while nothing was stored.</summary>
    Task<long> BookVersionAsync(TenantId tenant, SiteId site, CancellationToken cancellationToken);

    /// <summary>The history of a tariff, last change first, paged.</summary>
    Task<Page<TariffChange>> HistoryAsync(TenantId tenant, TariffId tariff, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Stages a tariff with the change that led to it; conflicts when it, its key or the book moved since.</summary>
    void Save(IUnit unit, Tariff tariff, TariffChange change, long bookVersion);
}
