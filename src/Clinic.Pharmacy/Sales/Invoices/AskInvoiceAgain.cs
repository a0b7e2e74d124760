namespace Clinic.Pharmacy.Sales.Invoices;

/// <summary>Asks again for a document that was rejected, after its cause was removed.</summary>
/// <param name="Invoice">The document.</param>
/// <param name="Version">The version that was read; null takes whatever is stored.</param>
public sealed record AskInvoiceAgain(InvoiceId Invoice, long? Version = null) : PharmacyCommand<InvoiceAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.ask-invoice-again";
}
