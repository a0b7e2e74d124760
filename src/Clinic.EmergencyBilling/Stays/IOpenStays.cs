using Clinic.Abstractions;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>Says which stays are open and in which version, without loading any.</summary>
public interface IOpenStays
{
    /// <summary>The stays of a site whose clock runs or stands still, first registered first.</summary>
    Task<IReadOnlyList<OpenStay>> OpenAsync(TenantId tenant, SiteId site, CancellationToken cancellationToken);
}
