namespace Clinic.EmergencyBilling.Statements.Invoices;

/// <summary>What a document does.</summary>
public enum StayInvoiceKind
{
    /// <summary>It charges.</summary>
    Invoice,

    /// <summary>It takes an invoice back.</summary>
    CreditNote,
}
