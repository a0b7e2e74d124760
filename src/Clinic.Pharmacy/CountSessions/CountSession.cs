using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.CountSessions;

/// <summary>People counting a location by a frozen list: first count, recount, review, approval.</summary>
public sealed class CountSession
{
    private readonly CountSessionSnapshot state;

    private CountSession(CountSessionSnapshot state) => this.state = state;

    /// <summary>The id.</summary>
    public CountSessionId Id => state.Id;

    /// <summary>Where it counts.</summary>
    public LocationId Location => state.Location;

    /// <summary>Whether counters do not see what is expected.</summary>
    public bool IsBlind => state.IsBlind;

    /// <summary>Where it stands.</summary>
    public CountSessionStatus Status => state.Status;

    /// <summary>The round that is counted now; 0 before the start.</summary>
    public int Round => state.Round;

    /// <summary>The lots, each once.</summary>
    public IReadOnlyList<CountSessionLine> Lines => state.Lines;

    /// <summary>Whether what is expected may be shown: an open count always, a blind one from the review on.</summary>
    public bool ShowsExpected => !IsBlind || Status is CountSessionStatus.InReview or CountSessionStatus.Approved;

    /// <summary>Counts the changes, from 1.</summary>
    public long Version => state.Version;

    /// <summary>The fact that guards rely on.</summary>
    public FactKey Fact => new("pharmacy.count-session", Id.Value);

    /// <summary>Makes the aggregate from stored state or new data.</summary>
    /// <exception cref="PharmacyException">Fields are malformed; every one is named.</exception>
    public static CountSession Restore(CountSessionSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var fields = new FieldCheck();
        var scope = snapshot.Scope;
        fields.Check("kind", Enum.IsDefined(snapshot.Kind), snapshot.Kind, "full, cycle");
        fields.Check("scope", (snapshot.Kind == CountSessionKind.Full) == (scope == CountScope.Everything), snapshot.Kind, "nothing for a full count, at least one condition for a cycle count");
        fields.Check("scope.notCountedForDays", scope.NotCountedForDays is null or (>= 1 and <= 3650), scope.NotCountedForDays, "1 to 3650");
        fields.OptionalText("note", snapshot.Note, 200);
        fields.Check("lines", snapshot.Lines.DistinctBy(l => l.Lot).Count() == snapshot.Lines.Count, snapshot.Lines.Count, "each lot once");
        fields.Check("version", snapshot.Version >= 1, snapshot.Version, "1 or more");
        fields.ThrowIfAny();
        return new(snapshot);
    }

    /// <summary>Freezes the list; counting begins.</summary>
    /// <exception cref="PharmacyException">It was started before, or the list is empty.</exception>
    public CountSession Start(IReadOnlyList<CountSessionLine> list, Instant now)
    {
        ArgumentNullException.ThrowIfNull(list);
        var next = Fire(CountSessionTrigger.Start);
        if (list.Count == 0) throw new PharmacyException(PharmacyRules.CountListEmpty, ("location", Location));
        return Next(state with { Status = next, Round = 1, Started = now, Lines = list });
    }

    /// <summary>Adds a lot that was found here although it is not on the list.</summary>
    public CountSession Find(CountSessionLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return new(state with { Lines = [.. Lines, line] });
    }

    /// <summary>Writes down what was counted; entries before stay where they are.</summary>
    /// <param name="entries">The lots with their quantities, and when and by whom.</param>
    /// <exception cref="PharmacyException">Nothing is counted now, a lot is not asked, the wrong person counts, or the second person is missing.</exception>
    public CountSession Enter(IReadOnlyList<(LotId Lot, CountEntry Entry)> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var failures = new Failures();
        RequireCounting(failures);
        foreach (var (lot, entry) in entries) CheckEntry(failures, lot, entry);
        failures.ThrowIfAny();
        var byLot = entries.ToLookup(e => e.Lot, e => e.Entry with { Round = Round });
        return Next(state with { Lines = [.. Lines.Select(l => byLot.Contains(l.Lot) ? l with { Entries = [.. l.Entries, .. byLot[l.Lot]] } : l)] });
    }

    /// <summary>Hands the round in: to a recount where the first count is off, else to the review.</summary>
    /// <param name="expected">What the ledger said at the instant of each deciding count.</param>
    /// <param name="tolerance">How far a first count may be off.</param>
    /// <param name="now">When.</param>
    /// <exception cref="PharmacyException">Nothing is counted now, or lines are missing.</exception>
    public CountSession Submit(IReadOnlyDictionary<LotId, StockQuantity> expected, CountTolerance tolerance, Instant now)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(tolerance);
        var failures = new Failures();
        RequireCounting(failures);
        var missing = Lines.Count(l => l.IsAskedIn(Round) && l.Entries.All(e => e.Round != Round));
        failures.Require(missing == 0, PharmacyRules.CountIncomplete, ("session", Id), ("missing", missing), ("lines", Lines.Count));
        failures.ThrowIfAny();
        var judged = Lines.Select(l => l with { Expected = expected[l.Lot] }).ToList();
        var off = Round == 1
            ? judged.Where(l => tolerance.IsPassedBy(l.Expected!.Value, l.Deciding!.Quantity, l.UnitCost, l.IsControlled)).Select(l => l.Lot).ToHashSet()
            : [];
        if (off.Count > 0) return new CountSession(state with { Lines = judged }).Again(off);
        return Next(state with { Status = Fire(CountSessionTrigger.Review), Submitted = now, Lines = judged });
    }

    /// <summary>Sends lines back to be counted once more.</summary>
    /// <exception cref="PharmacyException">It is not in review, or a lot is not on the list.</exception>
    public CountSession AskRecount(IReadOnlySet<LotId> lots)
    {
        ArgumentNullException.ThrowIfNull(lots);
        var failures = new Failures();
        if (Status != CountSessionStatus.InReview) Refuse(failures, CountSessionTrigger.AskRecount);
        failures.Require(lots.Count > 0, PharmacyRules.NothingAsked, ("allowed", Lines.Count));
        foreach (var lot in lots.Where(l => Lines.All(x => x.Lot != l))) failures.Add(PharmacyRules.CountLotNotListed, ("lot", lot));
        failures.ThrowIfAny();
        return Again(lots);
    }

    /// <summary>Accepts the counts; the ledger takes them in the same commit.</summary>
    /// <exception cref="PharmacyException">It is not in review, or the approver counted.</exception>
    public CountSession Approve(PersonId by, Instant now, string? note)
    {
        var failures = new Failures();
        if (Status != CountSessionStatus.InReview) Refuse(failures, CountSessionTrigger.Approve);
        failures.Require(!Lines.Any(l => l.People.Contains(by)), PharmacyRules.CountApproverCounted, ("session", Id));
        failures.OptionalText("note", note, 200);
        failures.ThrowIfAny();
        return Next(state with { Status = Fire(CountSessionTrigger.Approve), EndedBy = by, Ended = now, Note = note });
    }

    /// <summary>Gives the session up; nothing is posted.</summary>
    /// <exception cref="PharmacyException">It has ended.</exception>
    public CountSession Cancel(PersonId by, Instant now, string reason) =>
        Next(state with { Status = Fire(CountSessionTrigger.Cancel), EndedBy = by, Ended = now, Note = reason });

    /// <summary>The whole state.</summary>
    public CountSessionSnapshot ToSnapshot() => state;

    private CountSession Again(IReadOnlySet<LotId> lots) => Next(state with
    {
        Status = Fire(CountSessionTrigger.AskRecount),
        Round = Round + 1,
        Lines = [.. Lines.Select(l => lots.Contains(l.Lot) ? l with { AskedIn = Round + 1 } : l)],
    });

    private void CheckEntry(Failures failures, LotId lot, CountEntry entry)
    {
        var line = Lines.FirstOrDefault(l => l.Lot == lot);
        if (line is null || !line.IsAskedIn(Round))
        {
            failures.Add(PharmacyRules.CountLotNotListed, ("lot", line?.Number.Text ?? lot.ToString()));
            return;
        }

        failures.Require(entry.Occurred >= state.Started, PharmacyRules.CountBeforeStart, ("lot", line.Number), ("asked", entry.Occurred), ("started", state.Started));
        failures.Require(!line.IsControlled || entry.Second is not null, PharmacyRules.CountNeedsSecond, ("lot", line.Number));
        failures.Require(entry.Second?.Person != entry.By, PharmacyRules.CountSecondIsCounter, ("lot", line.Number));
        failures.Require(Round == 1 || line.Entries.All(e => e.Round == Round || e.By != entry.By), PharmacyRules.RecountBySame, ("lot", line.Number));
    }

    private void RequireCounting(Failures failures)
    {
        if (Status is not (CountSessionStatus.Counting or CountSessionStatus.Recounting)) Refuse(failures, CountSessionTrigger.Review);
        failures.ThrowIfAny();
    }

    private void Refuse(Failures failures, CountSessionTrigger trigger) =>
        failures.Add(PharmacyRules.CountTransitionRefused, ("session", Id), ("status", Status), ("trigger", trigger),
            ("allowed", CountSessionLifecycle.Allowed(Status) is { Count: > 0 } some ? string.Join(", ", some) : "nothing"));

    private CountSessionStatus Fire(CountSessionTrigger trigger) => CountSessionLifecycle.Next(Id, Status, trigger);

    private static CountSession Next(CountSessionSnapshot next) => Restore(next with { Version = next.Version + 1 });
}
