using Clinic.Abstractions;
using Clinic.EmergencyBilling.Stays;
using NodaTime;

namespace Clinic.EmergencyBilling.Alerts;

/// <summary>The whole state of the watch over a stay, as stores keep it.</summary>
/// <param name="Stay">The stay.</param>
/// <param name="Site">Its site.</param>
/// <param name="IsOpen">Whether the stay was open when it was last looked at.</param>
/// <param name="Due">When the job must look at it; null for never.</param>
/// <param name="Next">The next level that has not fired; null when every clock that is left stands still.</param>
/// <param name="Alerts">What was raised in the stay, first raised first.</param>
/// <param name="Version">Counts the changes, from 1.</param>
public sealed record StayWatchSnapshot(
    StayId Stay, SiteId Site, bool IsOpen, Instant? Due, StayNextAlert? Next, IReadOnlyList<StayAlert> Alerts, long Version)
{
    /// <summary>The stay's id only.</summary>
    public override string ToString() => Stay.ToString();
}
