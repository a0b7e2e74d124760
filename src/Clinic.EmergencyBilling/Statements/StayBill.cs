using Clinic.EmergencyBilling.Statements.Invoices;
using Clinic.EmergencyBilling.Stays;

namespace Clinic.EmergencyBilling.Statements;

/// <summary>All that a stay costs: its time, what other domains charge to the visit, and the documents that were asked for.</summary>
/// <param name="Stay">The stay.</param>
/// <param name="Revision">The revision of the recorded bill; null for a preview.</param>
/// <param name="Time">The statement of the time, recorded or as of now; null when it has no price.</param>
/// <param name="Others">The charges of other domains: what stands on its invoices, or will.</param>
/// <param name="Total">Time and others; null when something has no price.</param>
/// <param name="Invoices">Invoices and credit notes in the order of their request.</param>
/// <param name="Later">What was delivered or came back after the invoices; for the next bill of the visit.</param>
public sealed record StayBill(
    EmergencyStay Stay, int? Revision, ChargeStatement? Time, IReadOnlyList<OtherCharge> Others, decimal? Total, IReadOnlyList<StayInvoice> Invoices,
    IReadOnlyList<OtherCharge> Later)
{
    // A sum that leaves something out would be read as the whole.
    internal static decimal? Sum(ChargeStatement? time, IReadOnlyList<OtherCharge> others) =>
        time is null || others.Any(o => o.Unpriced is not null || o.Currency != time.Currency) ? null : time.Total + others.Sum(o => o.Total);
}
