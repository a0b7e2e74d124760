using Clinic.Abstractions;

namespace Clinic.Dispensing.Checklists;

/// <summary>Loads and stages checklists.</summary>
public interface IChecklistStore
{
    /// <summary>A checklist, retired ones included, or null.</summary>
    Task<Checklist?> FindAsync(TenantId tenant, ChecklistId checklist, CancellationToken cancellationToken);

    /// <summary>Checklists in use, of one department or all, by name, then id; paged.</summary>
    Task<Page<Checklist>> ListAsync(TenantId tenant, DepartmentId? department, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Stages a checklist; conflicts unless the version before is stored, or none for version 1.</summary>
    void Save(IUnit unit, Checklist checklist);
}
