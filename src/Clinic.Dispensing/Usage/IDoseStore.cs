using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;

namespace Clinic.Dispensing.Usage;

/// <summary>The dose log: append-only.</summary>
public interface IDoseStore
{
    /// <summary>One entry, or null.</summary>
    Task<DoseEntry?> FindAsync(TenantId tenant, DoseId dose, CancellationToken cancellationToken);

    /// <summary>The entry that takes this one back, or null.</summary>
    Task<DoseId?> ReversalOfAsync(TenantId tenant, DoseId dose, CancellationToken cancellationToken);

    /// <summary>The entries of a dispensation, by recorded instant, then id; paged.</summary>
    Task<Page<DoseEntry>> ListAsync(TenantId tenant, DispensationId dispensation, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Stages an entry; a second reversal of one entry conflicts at the commit.</summary>
    void Add(IUnit unit, DoseEntry dose);
}
