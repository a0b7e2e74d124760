using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Sales.Invoices;

/// <summary>The whole state of an <see cref="Invoice"/>, as stores keep it; names nobody.</summary>
/// <param name="Id">The id; the issuer knows a repeated request by it.</param>
/// <param name="Kind">Whether it charges or credits.</param>
/// <param name="Sale">The sale.</param>
/// <param name="Return">The return that it credits, from 1; null for an invoice.</param>
/// <param name="Site">The site that sold.</param>
/// <param name="Total">What it charges or credits; a magnitude.</param>
/// <param name="Requested">When it was asked for.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Number">The number that came back, or null.</param>
/// <param name="Authorisation">The code that came back, or null.</param>
/// <param name="Answered">When it was accepted or rejected, or null.</param>
/// <param name="Reason">Why it was rejected or is void, or null.</param>
/// <param name="VoidWanted">Whether it must be annulled as soon as it is accepted.</param>
/// <param name="Voided">When it became void, or null.</param>
/// <param name="Attempts">How often the issuer was asked in this state.</param>
/// <param name="NextAttempt">When the issuer is asked next; null when there is nothing to ask.</param>
/// <param name="Version">Counts the changes, from 1.</param>
public sealed record InvoiceSnapshot(
    InvoiceId Id, InvoiceKind Kind, SaleId Sale, int? Return, SiteId Site, Money Total, Instant Requested, InvoiceStatus Status, string? Number,
    string? Authorisation, Instant? Answered, string? Reason, bool VoidWanted, Instant? Voided, int Attempts, Instant? NextAttempt, long Version);
