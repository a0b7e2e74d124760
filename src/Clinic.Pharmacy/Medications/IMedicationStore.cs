using Clinic.Abstractions;

namespace Clinic.Pharmacy.Medications;

/// <summary>Loads and stages medications. Find returns null for what is unknown.</summary>
public interface IMedicationStore
{
    /// <summary>A medication, retired ones included, or null.</summary>
    Task<Medication?> FindAsync(TenantId tenant, MedicationId medication, CancellationToken cancellationToken);

    /// <summary>The medication of a code, compared exactly, or null.</summary>
    Task<Medication?> FindByCodeAsync(TenantId tenant, string code, CancellationToken cancellationToken);

    /// <summary>Medications by code, paged; a text filters code, generic and commercial name without regard to case or accents.</summary>
    Task<Page<Medication>> ListAsync(TenantId tenant, string? text, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Stages a new medication; id and code must be free at the commit.</summary>
    void Add(IUnit unit, Medication medication);

    /// <summary>Stages a changed medication; conflicts unless the version before is stored.</summary>
    void Save(IUnit unit, Medication medication);
}
