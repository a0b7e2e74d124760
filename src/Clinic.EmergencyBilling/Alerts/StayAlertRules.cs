using Clinic.Abstractions;
using NodaTime;

namespace Clinic.EmergencyBilling.Alerts;

/// <summary>What the stays of a site are warned of: one version, append-only, with its author and reason.</summary>
public sealed class StayAlertRules
{
    /// <summary>How long each in a list has where a site said nothing else.</summary>
    public static readonly Duration UsualEscalation = Duration.FromMinutes(15);

    /// <summary>A version of a site's rules.</summary>
    /// <param name="site">The site.</param>
    /// <param name="version">From 1; 0 for what holds before anything was said.</param>
    /// <param name="rules">The levels; none means that nothing ever fires.</param>
    /// <param name="escalateAfter">How long each in a list has before the next is told, 1 minute to 7 days.</param>
    /// <param name="by">Who said so.</param>
    /// <param name="at">When.</param>
    /// <param name="reason">Why.</param>
    /// <exception cref="EmergencyBillingException">Rules are malformed, repeated or out of order; all of it at once.</exception>
    public StayAlertRules(SiteId site, int version, IReadOnlyList<AlertRule> rules, Duration escalateAfter, PersonId? by, Instant? at, string? reason)
    {
        Plan = new(rules);
        WithoutPatient = new([.. Plan.Rules.Where(r => r.Clock is AlertClock.Billable or AlertClock.Paused)]);
        (Site, Version, EscalateAfter, By, At, Reason) = (site, version, escalateAfter, by, at, reason);
    }

    /// <summary>The site.</summary>
    public SiteId Site { get; }

    /// <summary>From 1; 0 for what holds before anything was said.</summary>
    public int Version { get; }

    /// <summary>The levels, by level and code.</summary>
    public IReadOnlyList<AlertRule> Rules => Plan.Rules;

    /// <summary>How long each in a list has before the next is told.</summary>
    public Duration EscalateAfter { get; }

    /// <summary>Who said so; null for nobody.</summary>
    public PersonId? By { get; }

    /// <summary>When.</summary>
    public Instant? At { get; }

    /// <summary>Why.</summary>
    public string? Reason { get; }

    /// <summary>The rules as they are asked for what comes next.</summary>
    public AlertPlan Plan { get; }

    /// <summary>The fact that guards rely on.</summary>
    public FactKey Fact => FactOf(Site);

    internal AlertPlan WithoutPatient { get; }

    /// <summary>The fact of a site's rules.</summary>
    public static FactKey FactOf(SiteId site) => new("emergency.alert-rules", site.Value);

    /// <summary>What holds where nobody said anything: over four hours without discharge.</summary>
    public static StayAlertRules Default(SiteId site) => new(site, 0, AlertPlan.Default.Rules, UsualEscalation, null, null, null);
}
