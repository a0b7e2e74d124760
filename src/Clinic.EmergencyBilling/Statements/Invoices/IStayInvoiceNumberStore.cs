using Clinic.Abstractions;

namespace Clinic.EmergencyBilling.Statements.Invoices;

/// <summary>Keeps the numbers that the clinic gives itself.</summary>
public interface IStayInvoiceNumberStore
{
    /// <summary>The number of a document, or null.</summary>
    Task<StayInvoiceNumber?> FindAsync(TenantId tenant, StayInvoiceId invoice, CancellationToken cancellationToken);

    /// <summary>The last sequence given in a series; 0 before the first.</summary>
    Task<long> LastAsync(TenantId tenant, StayInvoiceKind kind, string series, CancellationToken cancellationToken);

    /// <summary>Stages a number; conflicts when the sequence or the document has one, or the sequence before is missing.</summary>
    void Add(IUnit unit, StayInvoiceNumber number);
}
