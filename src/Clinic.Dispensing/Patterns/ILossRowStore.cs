using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Dispensing.Patterns;

/// <summary>Reads what was delivered and what of it was lost, for the pattern scan.</summary>
public interface ILossRowStore
{
    /// <summary>One row per lot that a line delivered within [from, until) at a site to a department; oldest first, paged.</summary>
    /// <remarks>Lost is discarded, reversals taken off, and what was booked as unexplained loss; used and returned are none.</remarks>
    Task<Page<LossRow>> ListAsync(TenantId tenant, SiteId site, Instant from, Instant until, PageRequest page, CancellationToken cancellationToken);
}
