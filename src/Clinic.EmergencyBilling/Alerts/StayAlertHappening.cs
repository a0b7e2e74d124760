using Clinic.Abstractions;
using Clinic.EmergencyBilling.Stays;

namespace Clinic.EmergencyBilling.Alerts;

/// <summary>The content of the events about an alert of a stay: ids and words, nothing about the patient, no note.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Stay">The stay.</param>
/// <param name="Site">Its site.</param>
/// <param name="Code">The code of the rule.</param>
/// <param name="Level">The level.</param>
/// <param name="Clock">The clock that stands over the threshold.</param>
/// <param name="Seconds">The threshold.</param>
/// <param name="Told">How many of the list have been told, from 1.</param>
/// <param name="Target">Who is told by this event: a role or the id of a person.</param>
public sealed record StayAlertHappening(StayAlertId Alert, StayId Stay, SiteId Site, string Code, int Level, AlertClock Clock, long Seconds, int Told, string Target)
{
    internal static StayAlertHappening Of(StayAlert a) => new(a.Id, a.Stay, a.Site, a.Code, a.Level, a.Clock, (long)a.Threshold.TotalSeconds, a.Told, a.Target);
}
