using NodaTime;

namespace Clinic.EmergencyBilling.Statements.Invoices;

/// <summary>What an issuer answered.</summary>
public abstract record StayInvoiceOutcome
{
    private StayInvoiceOutcome()
    {
    }

    /// <summary>The document is issued.</summary>
    /// <param name="Number">Its number, such as <c>001-002-000000123</c>; 1 to 60 characters.</param>
    /// <param name="Authorisation">The authority's code, or null; at most 100 characters.</param>
    /// <param name="At">When.</param>
    public sealed record Accepted(string Number, string? Authorisation, Instant At) : StayInvoiceOutcome;

    /// <summary>The document is refused and stays so until somebody changes something.</summary>
    /// <param name="Reason">Why; without personal data.</param>
    public sealed record Rejected(string Reason) : StayInvoiceOutcome;

    /// <summary>The issuer has not decided; ask again later.</summary>
    public sealed record Later : StayInvoiceOutcome;
}
