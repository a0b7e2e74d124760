namespace Clinic.EmergencyBilling.Statements.Invoices;

/// <summary>Notes what the issuer said.</summary>
internal sealed record AnswerStayInvoice(StayInvoiceId Invoice, string Outcome, string? Number) : EmergencyCommand<StayInvoiceAnswer>
{
    /// <inheritdoc/>
    public override string Name => "emergency.answer-stay-invoice";
}
