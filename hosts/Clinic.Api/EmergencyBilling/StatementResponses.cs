using Clinic.EmergencyBilling.Statements;
using Clinic.EmergencyBilling.Statements.Invoices;
using Clinic.EmergencyBilling.Stays;

namespace Clinic.Api.EmergencyBilling;

/// <summary>All that a stay costs.</summary>
/// <param name="Stay">The stay.</param>
/// <param name="Status">Its billing status.</param>
/// <param name="Version">Its version.</param>
/// <param name="Revision">The revision of the recorded bill; null for a preview.</param>
/// <param name="Time">The statement of the time; null when it has no price.</param>
/// <param name="Others">Charges of other domains to the visit: what stands on its invoices, or will.</param>
/// <param name="Total">Time and others; null when something has no price.</param>
/// <param name="Invoices">Invoices and credit notes.</param>
/// <param name="Later">What was delivered or came back after the invoices; for the next bill of the visit.</param>
public sealed record StayBillResponse(
    StayId Stay, StayStatus Status, long Version, int? Revision, ChargeStatement? Time, IReadOnlyList<OtherCharge> Others, decimal? Total,
    IReadOnlyList<StayInvoiceSnapshot> Invoices, IReadOnlyList<OtherCharge> Later)
{
    internal static StayBillResponse Of(StayBill b) =>
        new(b.Stay.Id, b.Stay.Status, b.Stay.Version, b.Revision, b.Time, b.Others, b.Total, [.. b.Invoices.Select(i => i.ToSnapshot())], b.Later);
}
