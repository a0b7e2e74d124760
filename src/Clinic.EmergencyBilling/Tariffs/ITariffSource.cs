using Clinic.Abstractions;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>The prices of a site, as rating needs them.</summary>
public interface ITariffSource
{
    /// <summary>All published tariffs of a site and its calendar; an empty book when there are none.</summary>
    Task<TariffsInForce> ReadAsync(TenantId tenant, SiteId site, CancellationToken cancellationToken);
}
