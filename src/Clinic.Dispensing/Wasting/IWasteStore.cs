using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;

namespace Clinic.Dispensing.Wasting;

/// <summary>The log of discarded remainders: append-only.</summary>
public interface IWasteStore
{
    /// <summary>One entry, or null.</summary>
    Task<WasteEntry?> FindAsync(TenantId tenant, WasteId waste, CancellationToken cancellationToken);

    /// <summary>The entry that takes this one back, or null.</summary>
    Task<WasteId?> ReversalOfAsync(TenantId tenant, WasteId waste, CancellationToken cancellationToken);

    /// <summary>The entries of a dispensation, by recorded instant, then id; paged.</summary>
    Task<Page<WasteEntry>> ListAsync(TenantId tenant, DispensationId dispensation, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Stages an entry; a second reversal of one entry conflicts at the commit.</summary>
    void Add(IUnit unit, WasteEntry waste);
}
