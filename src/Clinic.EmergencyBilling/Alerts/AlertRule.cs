using NodaTime;

namespace Clinic.EmergencyBilling.Alerts;

/// <summary>One level of an alert: fires once per stay, when a clock stands strictly over a threshold.</summary>
/// <param name="Code">The code of the alert, 1 to 32 characters; its levels share it.</param>
/// <param name="Clock">The clock, the same for all levels of a code.</param>
/// <param name="Threshold">What the clock must exceed, in whole seconds, more than zero; it rises with the level.</param>
/// <param name="Level">The level, from 1; each once per code.</param>
/// <param name="Escalation">The roles that are told, in this order; at least one.</param>
public sealed record AlertRule(string Code, AlertClock Clock, Duration Threshold, int Level, IReadOnlyList<string> Escalation)
{
    /// <summary>The code of <see cref="LongStay"/>.</summary>
    public const string LongStayCode = "LONG-STAY";

    /// <summary>Present for more than four hours without being discharged.</summary>
    /// <seealso href="https://www.england.nhs.uk/statistics/statistical-work-areas/ae-waiting-times-and-activity/"/>
    public static AlertRule LongStay { get; } = new(LongStayCode, AlertClock.Presence, Duration.FromHours(4), 1, ["reception", "supervisor"]);
}
