namespace Clinic.EmergencyBilling.Statements.Invoices;

/// <summary>Gives a document the next number of a series.</summary>
/// <param name="Invoice">The document.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Series">The series.</param>
internal sealed record NumberStayInvoice(StayInvoiceId Invoice, StayInvoiceKind Kind, string Series) : EmergencyCommand<StayInvoiceNumber>
{
    /// <inheritdoc/>
    public override string Name => "emergency.number-stay-invoice";
}
