namespace Clinic.Pharmacy.Sales.Invoices;

/// <summary>Whether a document charges or credits.</summary>
public enum InvoiceKind
{
    /// <summary>Charges a sale (factura).</summary>
    Invoice,

    /// <summary>Credits a return (nota de crédito).</summary>
    CreditNote,
}
