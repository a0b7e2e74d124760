using Clinic.Abstractions;
using Clinic.EmergencyBilling.Alerts;
using NodaTime;

namespace Clinic.Api.EmergencyBilling;

/// <summary>A version of what the stays of a site are warned of.</summary>
/// <param name="Version">Name it at the next change; 0 for what holds before anything was said.</param>
/// <param name="Rules">The levels.</param>
/// <param name="EscalateAfter">How long each in a list has before the next is told.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
public sealed record StayAlertRulesResponse(int Version, IReadOnlyList<StayAlertRuleData> Rules, Duration EscalateAfter, PersonId? By, Instant? At, string? Reason)
{
    internal static StayAlertRulesResponse Of(StayAlertRules r) => new(r.Version, [.. r.Rules.Select(StayAlertRuleData.Of)], r.EscalateAfter, r.By, r.At, r.Reason);
}
