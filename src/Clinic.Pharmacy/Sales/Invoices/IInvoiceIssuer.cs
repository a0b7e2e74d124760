namespace Clinic.Pharmacy.Sales.Invoices;

/// <summary>Issues tax documents: the clinic's own numbering, an authority's service, an accounting system.</summary>
/// <remarks>
/// Called after the commit of the sale, at least once: a request whose id was seen before gets the same answer and no second document.
/// Throws when it cannot be reached; the request comes again with growing pauses. Thread-safe.
/// </remarks>
public interface IInvoiceIssuer
{
    /// <summary>Issues a document.</summary>
    Task<InvoiceOutcome> IssueAsync(InvoiceRequest request, CancellationToken cancellationToken);

    /// <summary>Annuls a document that was issued.</summary>
    Task<InvoiceOutcome> VoidAsync(InvoiceRequest request, CancellationToken cancellationToken);
}
