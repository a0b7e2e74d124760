namespace Clinic.Pharmacy.Sales.Invoices;

/// <summary>Asks again for a document that was rejected, after its cause was removed.</summary>
/// <param name="Invoice">The document.</param>
public sealed record AskInvoiceAgain(InvoiceId Invoice) : PharmacyCommand<InvoiceAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.ask-invoice-again";
}
