using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;

namespace Clinic.Dispensing.Wasting;

/// <summary>The log of discarded remainders: append-only.</summary>
public interface IWasteStore
{
    /// <summary>The entries of a dispensation, by recorded instant, then id; paged.</summary>
    Task<Page<WasteEntry>> ListAsync(TenantId tenant, DispensationId dispensation, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Stages an entry.</summary>
    void Add(IUnit unit, WasteEntry waste);
}
