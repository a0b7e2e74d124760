namespace Clinic.EmergencyBilling.Statements.Invoices;

/// <summary>Issues tax documents: the clinic's own numbering, an authority's service, an accounting system.</summary>
/// <remarks>
/// Called after the commit, at least once: a request whose id was seen before gets the same answer and no second document.
/// Throws when it cannot be reached; the request comes again with growing pauses. Thread-safe.
/// </remarks>
public interface IStayInvoiceIssuer
{
    /// <summary>Issues an invoice or credit note.</summary>
    Task<StayInvoiceOutcome> IssueAsync(StayInvoiceRequest request, CancellationToken cancellationToken);
}
