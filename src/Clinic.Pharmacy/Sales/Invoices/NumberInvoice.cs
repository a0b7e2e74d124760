namespace Clinic.Pharmacy.Sales.Invoices;

/// <summary>Gives a document the next number of its series.</summary>
/// <param name="Invoice">The document.</param>
/// <param name="Kind">Invoices and credit notes are counted apart.</param>
/// <param name="Series">Establishment and point of issue.</param>
internal sealed record NumberInvoice(InvoiceId Invoice, InvoiceKind Kind, string Series) : PharmacyCommand<InvoiceNumber>
{
    public override string Name => "pharmacy.number-invoice";
}
