namespace Clinic.Pharmacy.Sales.Invoices;

/// <summary>Notes that an issuer is being asked for a document.</summary>
internal sealed record AttemptInvoice(InvoiceId Invoice, long Version) : PharmacyCommand<InvoiceAnswer>
{
    public override string Name => "pharmacy.attempt-invoice";
}
