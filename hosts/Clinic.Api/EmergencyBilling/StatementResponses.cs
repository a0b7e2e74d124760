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
/// <param name="Others">Charges of other domains to the visit.</param>
/// <param name="Total">Time and others.</param>
/// <param name="Invoices">Invoices and credit notes.</param>
public sealed record StayBillResponse(
    StayId Stay, StayStatus Status, long Version, int? Revision, ChargeStatement? Time, IReadOnlyList<OtherCharge> Others, decimal? Total,
    IReadOnlyList<StayInvoiceSnapshot> Invoices)
{
    internal static StayBillResponse Of(StayBill b) =>
        new(b.Stay.Id, b.Stay.Status, b.Stay.Version, b.Revision, b.Time, b.Others, b.Total, [.. b.Invoices.Select(i => i.ToSnapshot())]);
}
