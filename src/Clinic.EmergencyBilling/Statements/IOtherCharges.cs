using Clinic.Abstractions;

namespace Clinic.EmergencyBilling.Statements;

/// <summary>What other domains charge to a visit; answered by a bridge. Nothing is asked where none is registered.</summary>
public interface IOtherCharges
{
    /// <summary>Everything that stands as charged to a visit, in the order of time; only what is final.</summary>
    /// <remarks>
    /// The whole of it each time, billed or not: what invoices say already is taken off here. A reference names one charge for good,
    /// and its quantity says what is left of it; what has no price comes with the reason instead of an amount.
    /// </remarks>
    Task<IReadOnlyList<OtherCharge>> OfAsync(TenantId tenant, ChargedVisit visit, CancellationToken cancellationToken);
}
