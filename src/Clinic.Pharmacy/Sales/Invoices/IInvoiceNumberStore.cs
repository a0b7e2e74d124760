using Clinic.Abstractions;

namespace Clinic.Pharmacy.Sales.Invoices;

/// <summary>Keeps the numbers that the clinic gives itself.</summary>
public interface IInvoiceNumberStore
{
    /// <summary>The number of a document, or null.</summary>
    Task<InvoiceNumber?> FindAsync(TenantId tenant, InvoiceId invoice, CancellationToken cancellationToken);

    /// <summary>The last sequence given in a series; 0 before the first.</summary>
    Task<long> LastAsync(TenantId tenant, InvoiceKind kind, string series, CancellationToken cancellationToken);

    /// <summary>Stages a number; conflicts when the sequence or the document has one, or the sequence before is missing.</summary>
    void Add(IUnit unit, InvoiceNumber number);
}
