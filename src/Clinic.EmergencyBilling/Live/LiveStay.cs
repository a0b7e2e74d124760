using Clinic.EmergencyBilling.Alerts;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.EmergencyBilling.Live;

/// <summary>The running timer of one stay: ids and figures, nothing about the patient.</summary>
/// <param name="Stay">The stay.</param>
/// <param name="Status">Where it stands; neither running nor paused once it ended.</param>
/// <param name="Clinical">How far care has come.</param>
/// <param name="StartedAt">When the clock began.</param>
/// <param name="PausedAt">When the current pause began; null while none lasts.</param>
/// <param name="PresenceSeconds">Time since the start, pauses included.</param>
/// <param name="BillableSeconds">Time without pauses and what was taken out, before any rounding.</param>
/// <param name="Amount">What it costs so far, by the function that makes the bill; null where it has no price.</param>
/// <param name="Currency">The currency of the amount.</param>
/// <param name="Next">The alert it comes to next, if nothing else happens.</param>
/// <param name="Version">The version of the stay.</param>
public sealed record LiveStay(
    StayId Stay, StayStatus Status, ClinicalStatus Clinical, Instant StartedAt, Instant? PausedAt, long PresenceSeconds, long BillableSeconds, decimal? Amount,
    string? Currency, StayNextAlert? Next, long Version)
{
    internal static LiveStay Of(EmergencyStay stay, TariffsInForce prices, StayNextAlert? next, Instant now)
    {
        var timeline = stay.ToTimeline();
        var view = AlertView.Of(timeline);
        // A clock that is a little ahead began a stay a moment from now: it shows zero.
        var at = Instant.Max(now, timeline.Start);
        var (amount, currency) = Price(stay, prices, at);
        return new(
            stay.Id, stay.Status, stay.Clinical, timeline.Start, stay.PausedAt, Seconds(view, AlertClock.Presence, at), Seconds(view, AlertClock.Billable, at),
            amount, currency, stay.IsOpen ? next : null, stay.Version);
    }

    private static long Seconds(AlertView view, AlertClock clock, Instant at) => (long)(view.ElapsedAt(clock, at) ?? Duration.Zero).TotalSeconds;

    private static (decimal? Amount, string? Currency) Price(EmergencyStay stay, TariffsInForce prices, Instant at)
    {
        try
        {
            var total = StayInquiries.Price(stay, prices, at).Total;
            return (total.Amount, total.Currency.Code);
        }
        catch (EmergencyBillingException)
        {
            // Without a price the clock is shown all the same; the bill will say what is missing.
            return (null, null);
        }
    }
}
