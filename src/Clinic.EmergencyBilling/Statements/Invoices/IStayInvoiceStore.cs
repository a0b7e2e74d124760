using Clinic.Abstractions;
using Clinic.EmergencyBilling.Stays;
using NodaTime;

namespace Clinic.EmergencyBilling.Statements.Invoices;

/// <summary>Loads and stages invoices and credit notes of stays.</summary>
public interface IStayInvoiceStore
{
    /// <summary>An invoice, or null.</summary>
    Task<StayInvoice?> FindAsync(TenantId tenant, StayInvoiceId invoice, CancellationToken cancellationToken);

    /// <summary>All documents of a stay in the order of their request, then by id.</summary>
    Task<IReadOnlyList<StayInvoice>> OfStayAsync(TenantId tenant, StayId stay, CancellationToken cancellationToken);

    /// <summary>All documents of a visit, of whichever stay of it, in the order of their request, then by id.</summary>
    Task<IReadOnlyList<StayInvoice>> OfEncounterAsync(TenantId tenant, EncounterId encounter, CancellationToken cancellationToken);

    /// <summary>Documents whose next attempt has come, the oldest first, then by id.</summary>
    Task<IReadOnlyList<StayInvoice>> DueAsync(TenantId tenant, Instant now, int most, CancellationToken cancellationToken);

    /// <summary>Documents of a site, last requested first, then by id downwards; in a status or all; paged.</summary>
    Task<Page<StayInvoice>> ListAsync(TenantId tenant, SiteId site, StayInvoiceStatus? status, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Stages a new document.</summary>
    void Add(IUnit unit, StayInvoice invoice);

    /// <summary>Stages a changed document; conflicts unless the version before is stored.</summary>
    void Save(IUnit unit, StayInvoice invoice);
}
