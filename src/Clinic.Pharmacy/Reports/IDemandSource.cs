using Clinic.Abstractions;

namespace Clinic.Pharmacy.Reports;

/// <summary>Says what was asked of the pharmacy and what it gave; requisitions, dispensations and sales can answer.</summary>
/// <remarks>All registered sources are summed, so each answers for its own kind of demand only. Order is of no meaning.</remarks>
public interface IDemandSource
{
    /// <summary>Everything asked for at a site in [from, until), any number of entries per presentation.</summary>
    Task<IReadOnlyList<Demand>> AskedAsync(TenantId tenant, SiteId site, NodaTime.Instant from, NodaTime.Instant until, CancellationToken cancellationToken);
}
