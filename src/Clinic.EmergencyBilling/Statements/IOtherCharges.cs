using Clinic.Abstractions;

namespace Clinic.EmergencyBilling.Statements;

/// <summary>What other domains charge to a visit; answered by a bridge. Nothing is asked where none is registered.</summary>
public interface IOtherCharges
{
    /// <summary>The charges of a visit at a site in the order of time; only what is final.</summary>
    Task<IReadOnlyList<OtherCharge>> OfAsync(TenantId tenant, SiteId site, EncounterId encounter, CancellationToken cancellationToken);
}
