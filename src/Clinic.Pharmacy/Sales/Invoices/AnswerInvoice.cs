namespace Clinic.Pharmacy.Sales.Invoices;

/// <summary>Notes what an issuer answered.</summary>
internal sealed record AnswerInvoice(InvoiceId Invoice, string Outcome, string? Text) : PharmacyCommand<InvoiceAnswer>
{
    public override string Name => "pharmacy.answer-invoice";
}
