using Clinic.EmergencyBilling.Alerts;
using NodaTime;

namespace Clinic.Api.EmergencyBilling;

/// <summary>Says that somebody looks after an alert of a stay.</summary>
/// <param name="Note">What is done about it; at most 500 characters.</param>
public sealed record AcknowledgeStayAlertRequest(string? Note = null)
{
    /// <summary>Nothing; notes may be private.</summary>
    public override string ToString() => "";
}

/// <summary>One level of an alert.</summary>
/// <param name="Code">The code of the alert, 1 to 32 characters; its levels share it.</param>
/// <param name="Clock">The clock, the same for all levels of a code.</param>
/// <param name="Threshold">What the clock must exceed, in whole seconds, at most 366 days.</param>
/// <param name="Level">The level, from 1 to 9; each once per code.</param>
/// <param name="Escalation">The roles, or ids of people, that are told, in this order; at least one.</param>
public sealed record StayAlertRuleData(string Code, AlertClock Clock, Duration Threshold, int Level, IReadOnlyList<string> Escalation)
{
    internal AlertRule ToRule() => new(Code, Clock, Threshold, Level, Escalation);

    internal static StayAlertRuleData Of(AlertRule rule) => new(rule.Code, rule.Clock, rule.Threshold, rule.Level, rule.Escalation);
}

/// <summary>The next version of what the stays of the site are warned of.</summary>
/// <param name="Rules">The levels; none means that nothing ever fires.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
/// <param name="EscalateAfter">How long each in a list has before the next is told, 1 minute to 7 days; missing for 15 minutes.</param>
/// <param name="Version">The version that was read, 0 for the first; or send it as If-Match.</param>
public sealed record StayAlertRulesRequest(IReadOnlyList<StayAlertRuleData> Rules, string Reason, Duration? EscalateAfter = null, int? Version = null);
