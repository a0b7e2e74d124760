using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.CountSessions;

/// <summary>A session as a person may see it now; a blind one hides what is expected until the review.</summary>
/// <param name="Id">The id.</param>
/// <param name="Location">Where it counts.</param>
/// <param name="Kind">Everything or a part.</param>
/// <param name="Scope">Which part.</param>
/// <param name="IsBlind">Whether counters do not see what is expected.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Round">The round that is counted now; 0 before the start.</param>
/// <param name="PlannedBy">Who planned it.</param>
/// <param name="Planned">When.</param>
/// <param name="Started">When the list was frozen, or null.</param>
/// <param name="Submitted">When it last went to review, or null.</param>
/// <param name="EndedBy">Who approved or cancelled it, or null.</param>
/// <param name="Ended">When, or null.</param>
/// <param name="Note">Why it was cancelled, or what the reviewer wrote.</param>
/// <param name="Lines">The lots.</param>
/// <param name="Version">Counts the changes, from 1.</param>
public sealed record CountSessionView(
    CountSessionId Id, LocationId Location, CountSessionKind Kind, CountScope Scope, bool IsBlind, CountSessionStatus Status, int Round,
    PersonId PlannedBy, Instant Planned, Instant? Started, Instant? Submitted, PersonId? EndedBy, Instant? Ended, string? Note,
    IReadOnlyList<CountSessionLineView> Lines, long Version)
{
    /// <summary>What a person may see of a session.</summary>
    /// <remarks>Before the review a blind counter sees only what they wrote themselves, so that a recount is not led by the first count.</remarks>
    public static CountSessionView Of(CountSession session, PersonId viewer)
    {
        ArgumentNullException.ThrowIfNull(session);
        var s = session.ToSnapshot();
        return new(
            s.Id, s.Location, s.Kind, s.Scope, s.IsBlind, s.Status, s.Round, s.PlannedBy, s.Planned, s.Started, s.Submitted, s.EndedBy, s.Ended, s.Note,
            [.. s.Lines.Select(l => Line(session, l, viewer))], s.Version);
    }

    private static CountSessionLineView Line(CountSession session, CountSessionLine line, PersonId viewer)
    {
        var counting = session.Status is CountSessionStatus.Counting or CountSessionStatus.Recounting;
        CountEntry[] entries = [.. line.Entries.Where(e => session.ShowsExpected || e.By == viewer || e.Second?.Person == viewer)];
        var difference = session.ShowsExpected ? line.Difference : null;
        return new(
            line.Lot, line.Number, line.Expiration, line.Presentation, line.IsControlled, line.IsFound,
            counting && line.IsAskedIn(session.Round) && line.Entries.All(e => e.Round != session.Round),
            session.ShowsExpected ? line.Expected ?? line.Frozen : null,
            entries.LastOrDefault(e => e.Round == 1)?.Quantity,
            entries.LastOrDefault(e => e.Round > 1)?.Quantity,
            difference,
            difference is { } d ? new Money(line.UnitCost.Amount * d.Value, line.UnitCost.Currency) : null,
            entries);
    }
}
