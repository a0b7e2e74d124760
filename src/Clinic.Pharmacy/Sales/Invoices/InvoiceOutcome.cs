using NodaTime;

namespace Clinic.Pharmacy.Sales.Invoices;

/// <summary>What an issuer answered.</summary>
public abstract record InvoiceOutcome
{
    private InvoiceOutcome()
    {
    }

    /// <summary>The document is issued.</summary>
    /// <param name="Number">Its number, such as <c>001-001-000000123</c>; 1 to 60 characters.</param>
    /// <param name="Authorisation">The authority's code, or null; at most 100 characters.</param>
    /// <param name="At">When.</param>
    public sealed record Accepted(string Number, string? Authorisation, Instant At) : InvoiceOutcome;

    /// <summary>The document is refused and stays so until somebody changes something.</summary>
    /// <param name="Reason">Why; without personal data.</param>
    public sealed record Rejected(string Reason) : InvoiceOutcome;

    /// <summary>The document is annulled.</summary>
    /// <param name="At">When.</param>
    public sealed record Voided(Instant At) : InvoiceOutcome;

    /// <summary>The issuer has not decided; ask again later.</summary>
    public sealed record Later : InvoiceOutcome;
}
