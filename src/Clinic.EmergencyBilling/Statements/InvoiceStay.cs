using Clinic.EmergencyBilling.Rights;
using Clinic.EmergencyBilling.Stays;

namespace Clinic.EmergencyBilling.Statements;

/// <summary>Asks for the invoices of a closed stay: one for each who owes something.</summary>
public sealed record InvoiceStay : StayCommand
{
    /// <inheritdoc/>
    public override string Name => "emergency.invoice-stay";

    internal override EmergencyAct Act => EmergencyAct.InvoiceStay;

    internal override StayTrigger Trigger => StayTrigger.Invoice;
}
