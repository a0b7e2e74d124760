using Clinic.Abstractions;
using Clinic.Pharmacy.Prices;
using NodaTime;

namespace Clinic.Pharmacy.Sales.Invoices;

/// <summary>Everything an issuer needs to issue or annul a document.</summary>
/// <param name="Tenant">The clinic.</param>
/// <param name="Invoice">The id; a repeated request has the same.</param>
/// <param name="Kind">Whether it charges or credits.</param>
/// <param name="Site">The site that sold.</param>
/// <param name="Sale">The sale.</param>
/// <param name="Buyer">In whose name; personal.</param>
/// <param name="Sold">When the goods were handed over or came back.</param>
/// <param name="Date">The calendar date of that at the site.</param>
/// <param name="Lines">The lines.</param>
/// <param name="Taxes">The taxes per group.</param>
/// <param name="Rounding">The explicit rounding of the total; zero for none.</param>
/// <param name="Total">What it charges or credits; a magnitude.</param>
/// <param name="Corrects">For a credit note, the number of the invoice; null when that has none yet.</param>
/// <param name="Number">For an annulment, the number that was issued.</param>
public sealed record InvoiceRequest(
    TenantId Tenant, InvoiceId Invoice, InvoiceKind Kind, SiteId Site, SaleId Sale, Buyer Buyer, Instant Sold, LocalDate Date,
    IReadOnlyList<InvoiceLine> Lines, IReadOnlyList<TaxPart> Taxes, Money Rounding, Money Total, string? Corrects = null, string? Number = null)
{
    /// <summary>The id only; the rest names a person.</summary>
    public override string ToString() => Invoice.ToString();
}
