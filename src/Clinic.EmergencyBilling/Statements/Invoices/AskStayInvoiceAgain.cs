namespace Clinic.EmergencyBilling.Statements.Invoices;

/// <summary>Asks again for a document that was rejected.</summary>
/// <param name="Invoice">The document.</param>
/// <param name="Version">The version that was read; null to act on whatever is stored.</param>
public sealed record AskStayInvoiceAgain(StayInvoiceId Invoice, long? Version = null) : EmergencyCommand<StayInvoiceAnswer>
{
    /// <inheritdoc/>
    public override string Name => "emergency.ask-stay-invoice-again";
}
