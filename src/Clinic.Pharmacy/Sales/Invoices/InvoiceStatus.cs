namespace Clinic.Pharmacy.Sales.Invoices;

/// <summary>Where an invoice or credit note stands with whoever issues it.</summary>
public enum InvoiceStatus
{
    /// <summary>Asked for; the issuer has not answered.</summary>
    Pending,

    /// <summary>Issued, with its number.</summary>
    Accepted,

    /// <summary>Refused by the issuer, with the reason.</summary>
    Rejected,

    /// <summary>Annulled, or withdrawn before it was sent.</summary>
    Void,
}
