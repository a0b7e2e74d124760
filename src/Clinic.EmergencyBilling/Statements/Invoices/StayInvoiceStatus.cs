namespace Clinic.EmergencyBilling.Statements.Invoices;

/// <summary>Where a document stands with its issuer.</summary>
public enum StayInvoiceStatus
{
    /// <summary>The issuer was not asked yet, or has not answered.</summary>
    Pending,

    /// <summary>It has its number.</summary>
    Accepted,

    /// <summary>The issuer said no; it is asked again when somebody removed the cause.</summary>
    Rejected,

    /// <summary>It was taken back before it had a number.</summary>
    Void,

    /// <summary>A credit note took it back.</summary>
    Credited,
}
