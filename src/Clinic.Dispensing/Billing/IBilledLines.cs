using Clinic.Abstractions;

namespace Clinic.Dispensing.Billing;

/// <summary>Knows what was billed of a visit or stay; the app's billing answers it, or the lines come with the command.</summary>
public interface IBilledLines
{
    /// <summary>The billed lines of an encounter, credits taken off; null when nobody here bills it, which is not the same as nothing billed.</summary>
    Task<IReadOnlyList<BilledLine>?> ListAsync(TenantId tenant, EncounterId encounter, CancellationToken cancellationToken);
}
