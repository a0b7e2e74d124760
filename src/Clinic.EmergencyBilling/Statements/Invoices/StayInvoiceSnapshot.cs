using Clinic.Abstractions;
using Clinic.EmergencyBilling.Stays;
using NodaTime;

namespace Clinic.EmergencyBilling.Statements.Invoices;

/// <summary>The whole state of an invoice or credit note.</summary>
/// <param name="Id">The id; the issuer knows a repeated request by it.</param>
/// <param name="Kind">Whether it charges or takes back.</param>
/// <param name="Stay">The stay.</param>
/// <param name="Encounter">Its visit.</param>
/// <param name="Site">Its site.</param>
/// <param name="Patient">The patient.</param>
/// <param name="Revision">The revision of the bill.</param>
/// <param name="Payer">The payer who owes it; null for the patient.</param>
/// <param name="Currency">The currency.</param>
/// <param name="Lines">The lines.</param>
/// <param name="Credits">The invoice that a credit note takes back.</param>
/// <param name="Requested">When it was asked for.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Number">The number that came back, at most 60 characters.</param>
/// <param name="Authorisation">The authority's code, at most 100 characters.</param>
/// <param name="Reason">Why it was rejected, at most 300 characters.</param>
/// <param name="Answered">When the issuer answered.</param>
/// <param name="Attempts">How often the issuer was asked since the last answer.</param>
/// <param name="NextAttempt">When it is asked next; null when there is nothing to ask.</param>
/// <param name="Version">Counts the changes, from 1.</param>
public sealed record StayInvoiceSnapshot(
    StayInvoiceId Id, StayInvoiceKind Kind, StayId Stay, EncounterId Encounter, SiteId Site, PatientId Patient, int Revision, string? Payer, Currency Currency,
    IReadOnlyList<StayInvoiceLine> Lines, StayInvoiceId? Credits, Instant Requested, StayInvoiceStatus Status, string? Number, string? Authorisation,
    string? Reason, Instant? Answered, int Attempts, Instant? NextAttempt, long Version);
