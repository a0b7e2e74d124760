using Clinic.Abstractions;
using Clinic.EmergencyBilling.Stays;
using NodaTime;

namespace Clinic.EmergencyBilling.Alerts;

/// <summary>The watch over one stay: the alerts it raised, and the one instant at which the job must look again.</summary>
/// <remarks>Immutable. It follows every change of its stay in the same commit, so nobody ever has to walk the open stays.</remarks>
public sealed class StayWatch
{
    private readonly StayWatchSnapshot state;
    private readonly long loaded;

    private StayWatch(StayWatchSnapshot state, long loaded)
    {
        this.state = state;
        this.loaded = loaded;
    }

    /// <summary>The stay.</summary>
    public StayId Stay => state.Stay;

    /// <summary>Its site.</summary>
    public SiteId Site => state.Site;

    /// <summary>When the job must look at it; null for never.</summary>
    public Instant? Due => state.Due;

    /// <summary>The next level that has not fired; null when every clock that is left stands still.</summary>
    public StayNextAlert? Next => state.Next;

    /// <summary>What was raised in the stay, first raised first.</summary>
    public IReadOnlyList<StayAlert> Alerts => state.Alerts;

    /// <summary>Counts the changes, from 1.</summary>
    public long Version => state.Version;

    /// <summary>The fact that guards rely on.</summary>
    public FactKey Fact => FactOf(Stay);

    /// <summary>The fact of the watch over a stay.</summary>
    public static FactKey FactOf(StayId stay) => new("emergency.stay-watch", stay.Value);

    /// <summary>Makes the aggregate from stored state.</summary>
    /// <exception cref="EmergencyBillingException">A field is malformed, or a level was raised twice; every failure is named.</exception>
    public static StayWatch Restore(StayWatchSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var failures = new Failures();
        failures.Field("version", snapshot.Version >= 1, snapshot.Version, "1 or more");
        failures.Field("alerts", snapshot.Alerts.DistinctBy(a => a.Mark).Count() == snapshot.Alerts.Count, "a level twice", "each level once");
        failures.Field("alerts", snapshot.Alerts.All(a => a.Stay == snapshot.Stay && a.Told >= 1 && a.Told <= a.Escalation.Count), "an alert", "alerts of this stay, told within their list");
        failures.ThrowIfAny();
        return new(snapshot, snapshot.Version);
    }

    /// <summary>The whole state.</summary>
    public StayWatchSnapshot ToSnapshot() => state;

    /// <summary>The stay's id only.</summary>
    public override string ToString() => Stay.ToString();

    internal static StayWatch Begin(EmergencyStay stay) => new(new(stay.Id, stay.Site, false, null, null, [], 0), 0);

    /// <summary>What holds after a change of the stay or of the rules; nothing is raised here. The same when nothing changed.</summary>
    internal StayWatch Follow(EmergencyStay stay, StayAlertRules rules, Instant now)
    {
        var alerts = state.Alerts.Select(a => a.Status != StayAlertStatus.Cleared && IsOver(stay, a.Clock) ? a.Clear(now) : a).ToList();
        return With(stay, rules, now, alerts);
    }

    /// <summary>Raises every level that is due, tells the next of those whom nobody answered, and looks ahead. The same when nothing changed.</summary>
    internal StayWatch Advance(EmergencyStay stay, StayAlertRules rules, Instant now, Func<StayAlertId> id)
    {
        var followed = Follow(stay, rules, now);
        var alerts = followed.state.Alerts.Select(a => a.EscalatesAt <= now ? a.Escalate(now) : a).ToList();
        while (NextDue(stay, rules, [.. alerts.Select(a => a.Mark)], now) is { } due && due.At <= now)
            alerts.Add(StayAlert.Raise(id(), state, due, rules.EscalateAfter, now));
        return followed.With(stay, rules, now, alerts);
    }

    /// <summary>Somebody looks after an alert.</summary>
    /// <exception cref="EmergencyBillingException">Somebody does already, or it is over.</exception>
    internal StayWatch Acknowledge(StayAlertId alert, PersonId by, Instant now, string? note) =>
        Changed(state with { Alerts = [.. state.Alerts.Select(a => a.Id == alert ? a.Acknowledge(by, now, note) : a)] });

    private StayWatch With(EmergencyStay stay, StayAlertRules rules, Instant now, List<StayAlert> alerts)
    {
        var next = NextDue(stay, rules, [.. alerts.Select(a => a.Mark)], now) is { } due ? new StayNextAlert(Stay, due.Rule.Code, due.Rule.Level, due.At) : null;
        var escalation = alerts.Min(a => a.EscalatesAt);
        var look = (next?.At, escalation) switch
        {
            ({ } at, { } other) => Instant.Min(at, other),
            var (at, other) => at ?? other,
        };
        if (alerts.SequenceEqual(state.Alerts) && next == state.Next && look == state.Due && stay.IsOpen == state.IsOpen) return this;
        return Changed(state with { IsOpen = stay.IsOpen, Due = look, Next = next, Alerts = alerts });
    }

    private StayWatch Changed(StayWatchSnapshot next) => new(next with { Version = loaded + 1 }, loaded);

    private static AlertDue? NextDue(EmergencyStay stay, StayAlertRules rules, IReadOnlyList<AlertMark> fired, Instant now)
    {
        if (!stay.IsOpen) return null;
        // Another server's clock may be a little ahead: what it entered has begun by now.
        var at = Instant.Max(now, stay.Log.LastOf(clinical: false).At);
        var plan = HasLeft(stay) ? rules.WithoutPatient : rules.Plan;
        return plan.NextDue(View(stay), fired, at);
    }

    private static AlertView View(EmergencyStay stay)
    {
        var timeline = stay.ToTimeline();
        var triaged = stay.Log.All.FirstOrDefault(e => e.Kind == StayEventKind.ClinicallyMoved && e.Original.Clinical == ClinicalStatus.Triaged)?.At;
        return triaged is { } at ? new(timeline, Instant.Max(at, timeline.Start)) : AlertView.Of(timeline);
    }

    // Who has left waits no more; but the bill still runs, and a pause may still be forgotten.
    private static bool IsOver(EmergencyStay stay, AlertClock clock) => !stay.IsOpen || clock switch
    {
        AlertClock.Presence or AlertClock.SinceTriage => HasLeft(stay),
        AlertClock.Paused => stay.PausedAt is null,
        _ => false,
    };

    private static bool HasLeft(EmergencyStay stay) => stay.Clinical == ClinicalStatus.Departed;
}
