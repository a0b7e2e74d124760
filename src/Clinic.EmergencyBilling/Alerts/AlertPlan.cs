using NodaTime;

namespace Clinic.EmergencyBilling.Alerts;

/// <summary>The alerts of a clinic: pure, so that a host schedules the next instant instead of polling.</summary>
/// <remarks>The instant holds as long as nothing else happens in the stay; ask again after each of its events.</remarks>
public sealed class AlertPlan
{
    private static readonly Duration Longest = Duration.FromDays(366);
    private readonly AlertRule[] rules;
    private readonly Step[] steps;

    /// <summary>A plan of rules, in any order; none means that nothing ever fires.</summary>
    /// <exception cref="EmergencyBillingException">Rules are malformed, repeated or out of order; all of it at once.</exception>
    public AlertPlan(IReadOnlyList<AlertRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var failures = new Failures();
        Check(rules, failures);
        failures.ThrowIfAny();
        this.rules = [.. rules.OrderBy(r => r.Level).ThenBy(r => r.Code, StringComparer.Ordinal)];
        steps = [.. this.rules.Select((r, i) => new Step(r, (long)r.Threshold.TotalSeconds, i)).OrderBy(s => s.Threshold).ThenBy(s => s.Place)];
    }

    /// <summary>One level: over four hours present without discharge.</summary>
    public static AlertPlan Default { get; } = new([AlertRule.LongStay]);

    /// <summary>The rules by level and code.</summary>
    public IReadOnlyList<AlertRule> Rules => rules;

    /// <summary>The next level that has not fired, and when; null when every clock that is left stands still.</summary>
    /// <param name="stay">The stay and whether it still lasts.</param>
    /// <param name="fired">The levels that fired in this stay.</param>
    /// <param name="now">The instant of the question; it says which pause lasts.</param>
    /// <remarks>The earliest is first, among equals the lowest level. A stay that ended has none; reopened, it has those not yet fired.</remarks>
    public AlertDue? NextDue(in AlertView stay, IReadOnlyList<AlertMark> fired, Instant now)
    {
        ArgumentNullException.ThrowIfNull(fired);
        if (!stay.IsOpen) return null;
        var hasFired = fired.Count > 0;
        var start = stay.Started;
        var (next, at) = (-1, long.MaxValue);
        foreach (ref readonly var step in steps.AsSpan())
        {
            // No clock within the stay runs ahead of presence, so this one cannot be earlier.
            if (step.Rule.Clock != AlertClock.SinceTriage && start + step.Threshold >= at) continue;
            if (hasFired && HasFired(step.Rule, fired)) continue;
            var due = stay.SecondOver(step.Rule.Clock, step.Threshold, now);
            if (due < at || (due == at && step.Place < next)) (next, at) = (step.Place, due);
        }

        return next < 0 ? null : new(rules[next], Instant.FromUnixTimeSeconds(at));
    }

    internal static void Check(IReadOnlyList<AlertRule> rules, Failures failures)
    {
        foreach (var rule in rules) Check(rule, failures);
        foreach (var levels in rules.GroupBy(r => r.Code, StringComparer.Ordinal)) CheckLevels([.. levels.OrderBy(r => r.Level)], failures);
    }

    private static bool HasFired(AlertRule rule, IReadOnlyList<AlertMark> fired)
    {
        for (var i = 0; i < fired.Count; i++)
        {
            if (fired[i].Level == rule.Level && string.Equals(fired[i].Code, rule.Code, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static void Check(AlertRule rule, Failures failures)
    {
        failures.Text("alert.code", rule.Code, 32);
        failures.Field("alert.clock", Enum.IsDefined(rule.Clock), rule.Clock, string.Join(", ", Enum.GetNames<AlertClock>()));
        failures.Field("alert.threshold", rule.Threshold > Duration.Zero && rule.Threshold <= Longest && rule.Threshold.SubsecondNanoseconds == 0, rule.Threshold, "whole seconds, more than zero, at most 366 days");
        failures.Field("alert.level", rule.Level is >= 1 and <= 9, rule.Level, "1 to 9");
        failures.Require(rule.Escalation.Count > 0, EmergencyBillingRules.AlertTellsNobody, ("code", rule.Code), ("level", rule.Level));
        foreach (var role in rule.Escalation) failures.Text("alert.escalation", role, 60);
    }

    private static void CheckLevels(AlertRule[] levels, Failures failures)
    {
        for (var i = 1; i < levels.Length; i++)
        {
            var (lower, rule) = (levels[i - 1], levels[i]);
            if (lower.Level == rule.Level) failures.Add(EmergencyBillingRules.AlertTwice, ("code", rule.Code), ("level", rule.Level));
            else failures.Require(lower.Clock == rule.Clock && lower.Threshold < rule.Threshold, EmergencyBillingRules.AlertLevelsUnordered, ("code", rule.Code), ("level", rule.Level), ("lower", lower.Level));
        }
    }

    // By threshold, so that most rules need no look at the stay; the place decides among equals.
    private readonly record struct Step(AlertRule Rule, long Threshold, int Place);
}
