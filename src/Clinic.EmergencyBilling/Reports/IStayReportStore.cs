using Clinic.Abstractions;
using Clinic.EmergencyBilling.Stays;
using NodaTime;

namespace Clinic.EmergencyBilling.Reports;

/// <summary>Reads stays with their bills and documents in pages, each page one look at the store.</summary>
public interface IStayReportStore
{
    /// <summary>Accounts of stays, last registered first, then by id downwards; paged as stays are.</summary>
    Task<Page<StayAccount>> AccountsAsync(TenantId tenant, StayQuery query, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Accounts of the stays of a site whose clock ended in a period, as is held now; by that instant, then by id; paged.</summary>
    /// <param name="tenant">The clinic.</param>
    /// <param name="site">The site.</param>
    /// <param name="from">The beginning, inclusive.</param>
    /// <param name="until">The end, exclusive.</param>
    /// <param name="page">Which part.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<Page<StayAccount>> EndedAsync(TenantId tenant, SiteId site, Instant from, Instant until, PageRequest page, CancellationToken cancellationToken);

    /// <summary>The figures of all those stays, in no order.</summary>
    /// <param name="tenant">The clinic.</param>
    /// <param name="site">The site.</param>
    /// <param name="from">The beginning, inclusive.</param>
    /// <param name="until">The end, exclusive.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<IReadOnlyList<StayFigures>> FiguresAsync(TenantId tenant, SiteId site, Instant from, Instant until, CancellationToken cancellationToken);

    /// <summary>Corrections of times and changes of tariffs at a site by the instant of recording, then stays before tariffs, then by id and place; paged.</summary>
    Task<Page<RecordedChange>> ChangesAsync(TenantId tenant, SiteId site, ChangeQuery query, PageRequest page, CancellationToken cancellationToken);
}
