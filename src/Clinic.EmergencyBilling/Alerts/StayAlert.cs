using Clinic.Abstractions;
using Clinic.EmergencyBilling.Stays;
using NodaTime;

namespace Clinic.EmergencyBilling.Alerts;

/// <summary>One level of an alert that was raised in a stay, and who answered it; kept after it is over.</summary>
public sealed record StayAlert
{
    /// <summary>The id.</summary>
    public required StayAlertId Id { get; init; }

    /// <summary>The stay.</summary>
    public required StayId Stay { get; init; }

    /// <summary>Its site.</summary>
    public required SiteId Site { get; init; }

    /// <summary>The code of the rule that raised it.</summary>
    public required string Code { get; init; }

    /// <summary>The level, from 1.</summary>
    public required int Level { get; init; }

    /// <summary>The clock that stood over the threshold.</summary>
    public required AlertClock Clock { get; init; }

    /// <summary>The threshold, in whole seconds.</summary>
    public required Duration Threshold { get; init; }

    /// <summary>The first second over the threshold.</summary>
    public required Instant DueAt { get; init; }

    /// <summary>When it was raised; a late worker makes it later than due.</summary>
    public required Instant RaisedAt { get; init; }

    /// <summary>Who is told, in this order, as the rule said when it was raised.</summary>
    public required IReadOnlyList<string> Escalation { get; init; }

    /// <summary>How long each of them has before the next is told.</summary>
    public required Duration EscalateAfter { get; init; }

    /// <summary>How many of them have been told, from 1.</summary>
    public required int Told { get; init; }

    /// <summary>When the next is told; null once somebody answered or nobody is left.</summary>
    public Instant? EscalatesAt { get; init; }

    /// <summary>Where it stands.</summary>
    public required StayAlertStatus Status { get; init; }

    /// <summary>Who looks after it.</summary>
    public PersonId? AnsweredBy { get; init; }

    /// <summary>When that was said.</summary>
    public Instant? AnsweredAt { get; init; }

    /// <summary>What is done about it, in free words that leave in no event.</summary>
    public string? Note { get; init; }

    /// <summary>When it was over.</summary>
    public Instant? ClearedAt { get; init; }

    /// <summary>What it marks as fired in its stay.</summary>
    public AlertMark Mark => new(Code, Level);

    /// <summary>Who was told last.</summary>
    public string Target => Escalation[Told - 1];

    /// <summary>The id only; notes may be private.</summary>
    public override string ToString() => Id.ToString();

    internal static StayAlert Raise(StayAlertId id, StayWatchSnapshot watch, AlertDue due, Duration escalateAfter, Instant now) => new()
    {
        Id = id,
        Stay = watch.Stay,
        Site = watch.Site,
        Code = due.Rule.Code,
        Level = due.Rule.Level,
        Clock = due.Rule.Clock,
        Threshold = due.Rule.Threshold,
        DueAt = due.At,
        RaisedAt = now,
        Escalation = due.Rule.Escalation,
        EscalateAfter = escalateAfter,
        Told = 1,
        EscalatesAt = due.Rule.Escalation.Count > 1 ? now + escalateAfter : null,
        Status = StayAlertStatus.Open,
    };

    // Each in the list has the whole time, however late the worker came.
    internal StayAlert Escalate(Instant now) => this with
    {
        Status = StayAlertLifecycle.Next(Status, StayAlertTrigger.Escalate),
        Told = Told + 1,
        EscalatesAt = Told + 1 < Escalation.Count ? now + EscalateAfter : null,
    };

    internal StayAlert Acknowledge(PersonId by, Instant now, string? note) => this with
    {
        Status = StayAlertLifecycle.Next(Status, StayAlertTrigger.Acknowledge),
        EscalatesAt = null,
        AnsweredBy = by,
        AnsweredAt = now,
        Note = note,
    };

    internal StayAlert Clear(Instant now) => this with { Status = StayAlertLifecycle.Next(Status, StayAlertTrigger.Clear), EscalatesAt = null, ClearedAt = now };
}
