using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Sales.Invoices;

/// <summary>Loads and stages invoices and credit notes.</summary>
public interface IInvoiceStore
{
    /// <summary>An invoice, or null.</summary>
    Task<Invoice?> FindAsync(TenantId tenant, InvoiceId invoice, CancellationToken cancellationToken);

    /// <summary>Invoices whose next attempt has come, the oldest first, then by id.</summary>
    Task<IReadOnlyList<Invoice>> DueAsync(TenantId tenant, Instant now, int most, CancellationToken cancellationToken);

    /// <summary>Invoices last requested first, then by id downwards; of a sale or all, in a status or all; paged.</summary>
    Task<Page<Invoice>> ListAsync(TenantId tenant, SaleId? sale, InvoiceStatus? status, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Stages a new invoice.</summary>
    void Add(IUnit unit, Invoice invoice);

    /// <summary>Stages a changed invoice; conflicts unless the version before is stored.</summary>
    void Save(IUnit unit, Invoice invoice);
}
