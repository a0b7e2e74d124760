using Clinic.Abstractions;

namespace Clinic.Pharmacy.Alerts;

/// <summary>Where differences are kept that somebody must resolve; optional, without one there are no such alerts.</summary>
public interface IOpenDiscrepancies
{
    /// <summary>All that are open, in an order of its own; paged.</summary>
    Task<Page<OpenDiscrepancy>> ListAsync(TenantId tenant, PageRequest page, CancellationToken cancellationToken);
}
