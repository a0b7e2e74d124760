using Clinic.EmergencyBilling.Statements.Invoices;

namespace Clinic.EmergencyBilling.Reports;

/// <summary>A document of a stay.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Whether it charges or takes back.</param>
/// <param name="Payer">The payer who owes it; null for the patient.</param>
/// <param name="Number">Its number; null until there is one.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Total">What it asks for, charges of other domains included.</param>
public sealed record ChargeInvoice(StayInvoiceId Id, StayInvoiceKind Kind, string? Payer, string? Number, StayInvoiceStatus Status, decimal Total)
{
    internal static ChargeInvoice Of(StayInvoice invoice)
    {
        var s = invoice.ToSnapshot();
        return new(s.Id, s.Kind, s.Payer, s.Number, s.Status, invoice.Total);
    }
}
