using Clinic.Abstractions;
using Clinic.Pharmacy.Gs1;

namespace Clinic.Pharmacy.Presentations;

/// <summary>Loads and stages presentations. Find returns null for what is unknown.</summary>
public interface IPresentationStore
{
    /// <summary>A presentation, retired ones included, or null.</summary>
    Task<Presentation?> FindAsync(TenantId tenant, PresentationId presentation, CancellationToken cancellationToken);

    /// <summary>The presentation of a code, compared exactly, or null.</summary>
    Task<Presentation?> FindByCodeAsync(TenantId tenant, string code, CancellationToken cancellationToken);

    /// <summary>The presentation that carries a GTIN at any level, or null.</summary>
    Task<Presentation?> FindByGtinAsync(TenantId tenant, Gtin gtin, CancellationToken cancellationToken);

    /// <summary>Presentations by code, paged; of one medication or all; a text filters code and name without regard to case or accents.</summary>
    Task<Page<Presentation>> ListAsync(
        TenantId tenant, MedicationId? medication, string? text, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Stages a new presentation; id, code and GTINs must be free at the commit.</summary>
    void Add(IUnit unit, Presentation presentation);

    /// <summary>Stages a changed presentation; conflicts unless the version before is stored and its GTINs are free.</summary>
    void Save(IUnit unit, Presentation presentation);
}
