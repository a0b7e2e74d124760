using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Alerts;

/// <summary>One warning: raised once per cause, answered by people, over when its cause is gone.</summary>
public sealed class Alert
{
    private readonly AlertSnapshot state;

    private Alert(AlertSnapshot state) => this.state = state;

    /// <summary>The id.</summary>
    public AlertId Id => state.Id;

    /// <summary>Why it was raised.</summary>
    public AlertCause Cause => state.Cause;

    /// <summary>How often this cause has been raised, from 1.</summary>
    public int Episode => state.Episode;

    /// <summary>Where it stands.</summary>
    public AlertStatus Status => state.Status;

    /// <summary>When it was raised.</summary>
    public Instant Raised => state.Raised;

    /// <summary>How often it escalated.</summary>
    public int Level => state.Level;

    /// <summary>When it escalates or wakes next; null for never.</summary>
    public Instant? Due => state.Due;

    /// <summary>Whether its cause still holds as far as scans know; while it does, it is not raised again.</summary>
    public bool IsCauseStanding => !state.IsCauseGone;

    /// <summary>Counts the changes, from 1.</summary>
    public long Version => state.Version;

    /// <summary>The fact that guards rely on.</summary>
    public FactKey Fact => new("pharmacy.alert", Id.Value);

    /// <summary>Raises an alert.</summary>
    /// <param name="id">The new id.</param>
    /// <param name="cause">Why.</param>
    /// <param name="episode">How often this cause has been raised now, from 1.</param>
    /// <param name="at">When.</param>
    /// <param name="escalations">Who is told when nobody answers.</param>
    public static Alert Raise(AlertId id, AlertCause cause, int episode, Instant at, IReadOnlyList<AlertEscalation> escalations)
    {
        ArgumentNullException.ThrowIfNull(escalations);
        return Restore(new(
            id, cause, episode, AlertStatus.Open, at, false, 0, escalations.Count > 0 ? at + escalations[0].After : null, null, null, null, null, null, false, 1));
    }

    /// <summary>Makes the aggregate from stored state or new data.</summary>
    /// <exception cref="PharmacyException">Fields are malformed; every one is named.</exception>
    public static Alert Restore(AlertSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var fields = new FieldCheck();
        fields.Text("cause", snapshot.Cause.Key, 300);
        fields.Check("episode", snapshot.Episode >= 1, snapshot.Episode, "1 or more");
        fields.OptionalText("note", snapshot.Note, 500);
        fields.Check("resolved", (snapshot.Status == AlertStatus.Resolved) == (snapshot.Resolved is not null && snapshot.End is not null), snapshot.Status, "an end exactly when it is resolved");
        fields.Check("version", snapshot.Version >= 1, snapshot.Version, "1 or more");
        fields.ThrowIfAny();
        return new(snapshot);
    }

    /// <summary>Somebody saw it and looks after it; it escalates no more.</summary>
    /// <exception cref="PharmacyException">It is not open, escalated or put off.</exception>
    public Alert Acknowledge(PersonId by, Instant now, string? note) =>
        Next(state with { Status = Fire(AlertTrigger.Acknowledge), Due = null, AnsweredBy = by, Answered = now, Note = note });

    /// <summary>Puts it off.</summary>
    /// <exception cref="PharmacyException">It is over, or the time is not ahead or too far.</exception>
    public Alert Snooze(PersonId by, Instant now, Instant until, int mostDays, string? note)
    {
        var next = Fire(AlertTrigger.Snooze);
        if (until <= now || until > now + Duration.FromDays(mostDays))
            throw new PharmacyException(PharmacyRules.AlertSnoozeWrong, ("asked", until), ("now", now), ("allowed", mostDays));
        return Next(state with { Status = next, Due = until.TruncateToMicroseconds(), AnsweredBy = by, Answered = now, Note = note });
    }

    /// <summary>Opens it again after it was put off.</summary>
    /// <exception cref="PharmacyException">It is not put off.</exception>
    public Alert Wake(Instant now, IReadOnlyList<AlertEscalation> escalations)
    {
        ArgumentNullException.ThrowIfNull(escalations);
        return Next(state with { Status = Fire(AlertTrigger.Wake), Due = Following(Level, escalations) is { } due ? Instant.Max(due, now) : null, IsAnnounced = false });
    }

    /// <summary>Nobody answered in time; the next people are told.</summary>
    /// <exception cref="PharmacyException">It was answered or is over.</exception>
    public Alert Escalate(IReadOnlyList<AlertEscalation> escalations)
    {
        ArgumentNullException.ThrowIfNull(escalations);
        return Next(state with { Status = Fire(AlertTrigger.Escalate), Level = Level + 1, Due = Following(Level + 1, escalations) });
    }

    /// <summary>Stops a reminder for which the rule has nobody any more.</summary>
    public Alert Quiet() => Next(state with { Due = null });

    /// <summary>A person closes it; the cause may still stand and is then not raised again.</summary>
    /// <exception cref="PharmacyException">It is over.</exception>
    public Alert Close(PersonId by, Instant now, string? note) => Next(state with
    {
        Status = Fire(AlertTrigger.Resolve),
        Due = null,
        AnsweredBy = by,
        Answered = now,
        Note = note,
        Resolved = now,
        End = AlertEnd.ByPerson,
    });

    /// <summary>The cause went away: an alert that is not over ends, and the cause may be raised again when it comes back.</summary>
    public Alert CauseGone(Instant now) => Status == AlertStatus.Resolved
        ? Next(state with { IsCauseGone = true })
        : Next(state with { Status = Fire(AlertTrigger.Resolve), Due = null, Resolved = now, End = AlertEnd.CauseGone, IsCauseGone = true });

    /// <summary>Its event is published.</summary>
    public Alert Announce() => Next(state with { IsAnnounced = true });

    /// <summary>The whole state.</summary>
    public AlertSnapshot ToSnapshot() => state;

    private Instant? Following(int level, IReadOnlyList<AlertEscalation> escalations) => level < escalations.Count ? Raised + escalations[level].After : null;

    private AlertStatus Fire(AlertTrigger trigger) => AlertLifecycle.Next(Id, Status, trigger);

    private static Alert Next(AlertSnapshot next) => Restore(next with { Version = next.Version + 1 });
}
