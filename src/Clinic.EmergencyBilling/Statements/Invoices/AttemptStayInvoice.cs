namespace Clinic.EmergencyBilling.Statements.Invoices;

/// <summary>Notes that the issuer is being asked.</summary>
internal sealed record AttemptStayInvoice(StayInvoiceId Invoice, long Version) : EmergencyCommand<StayInvoiceAnswer>
{
    /// <inheritdoc/>
    public override string Name => "emergency.attempt-stay-invoice";
}
