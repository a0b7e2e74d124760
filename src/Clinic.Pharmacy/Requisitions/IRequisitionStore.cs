using Clinic.Abstractions;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>Loads and stages requisitions.</summary>
public interface IRequisitionStore
{
    /// <summary>A requisition with lines, deliveries and history in order, or null.</summary>
    Task<Requisition?> FindAsync(TenantId tenant, RequisitionId requisition, CancellationToken cancellationToken);

    /// <summary>Requisitions last written first, then by id downwards, paged.</summary>
    Task<Page<Requisition>> ListAsync(TenantId tenant, RequisitionQuery query, PageRequest page, CancellationToken cancellationToken);

    /// <summary>The last number given at a site in a year; 0 where there is none.</summary>
    Task<int> LastSequenceAsync(TenantId tenant, SiteId site, int year, CancellationToken cancellationToken);

    /// <summary>Stages a new or changed requisition; conflicts unless the version before is stored and its number is free.</summary>
    /// <remarks>History only grows; a number that was given never changes.</remarks>
    void Save(IUnit unit, Requisition requisition);
}
