using NodaTime;

namespace Clinic.EmergencyBilling.Alerts;

/// <summary>Writes the next version of the alert rules of the caller's site.</summary>
/// <param name="Version">The version that was read; 0 for the first.</param>
/// <param name="Rules">The levels; none means that nothing ever fires. Lists name roles or ids of people.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
/// <param name="EscalateAfter">How long each in a list has before the next is told; null for 15 minutes.</param>
public sealed record SetStayAlertRules(int Version, IReadOnlyList<AlertRule> Rules, string Reason, Duration? EscalateAfter = null) : EmergencyCommand<StayAlertRulesAnswer>
{
    /// <inheritdoc/>
    public override string Name => "emergency.set-alert-rules";
}
