using Clinic.EmergencyBilling.Rating;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using Clinic.EmergencyBilling.Tests.Kit;
using Clinic.Guards;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Clinic.EmergencyBilling.Tests.Stays;

/// <summary>Laws over random histories, of verbs that are accepted and verbs that are refused.</summary>
public class StayHistoryTests
{
    private static readonly TariffBook PerHour = Prices.Book(Prices.Metered(new() { Block = BlockRounding.Up(Duration.FromMinutes(15)) }, Prices.Night(90m), Prices.Hourly(60m)));

    private static Gen<Step[]> Steps =>
        (from trigger in Gen.Frequency(
            (3, Gen.Elements(StayTrigger.Start, StayTrigger.Pause, StayTrigger.Resume, StayTrigger.Close, StayTrigger.Reopen, StayTrigger.CorrectTime)),
            (1, Gen.Elements(Enum.GetValues<StayTrigger>())))
         from delta in Gen.Choose(-300, 5400)
         from length in Gen.Choose(-60, 3600)
         from billable in Gen.Elements(false, true)
         from target in Gen.Choose(0, 12)
         select new Step(trigger, delta, length, billable, target)).ListOf(20).Select(s => s.Prepend(new(StayTrigger.Start, 60, 0, false, 0)).ToArray());

    // Invariant 24: what is refused changes nothing; what is accepted adds one entry and keeps all others.
    [Fact]
    public void A_refused_verb_changes_nothing_and_an_accepted_one_adds_one_entry() => Cases.ForAll(Steps, steps =>
    {
        var (stay, at) = (AStay.Registered(), AStay.Nine);
        foreach (var step in steps)
        {
            var (entry, then) = EntryOf(stay, step, at);
            var before = stay.ToSnapshot();
            var failures = new Failures();
            var next = stay.Record(failures, step.Trigger, entry);
            if (failures.Count > 0)
            {
                if (!ReferenceEquals(next, stay) || stay.ToSnapshot() != before) return false;
                continue;
            }

            if (next.Version != stay.Version + 1 || !before.Events.SequenceEqual(next.Events.SkipLast(1))) return false;
            if (!StayLifecycle.Allowed(stay.Status).Contains(step.Trigger) || StayLifecycle.Next(stay.Status, step.Trigger) != next.Status) return false;
            stay = EmergencyStay.Restore(next.ToSnapshot());
            at = then;
            if (!IsWhole(stay)) return false;
        }

        return true;
    }, maxTest: 500);

    // Invariant 12: the statement depends on when things happened, not on when they were recorded.
    [Fact]
    public void The_order_of_recording_does_not_matter() => Cases.ForAll(
        from steps in Steps from seed in Gen.Choose(0, int.MaxValue) select (steps, seed),
        c =>
        {
            var stay = After(c.steps);
            if (stay.StartedAt is null) return true;
            var snapshot = stay.ToSnapshot();
            // What happened in one instant keeps its order; all else is recorded in any.
            var random = new Random(c.seed);
            var at = stay.Effective.GroupBy(e => e.At).SelectMany(g => g.Count() == 1 ? [] : g.Select(e => e.Original.Id)).ToHashSet();
            var places = Enumerable.Range(0, snapshot.Events.Count).Where(i => !at.Contains(snapshot.Events[i].Id)).ToArray();
            var shuffled = places.OrderBy(_ => random.Next()).ToArray();
            var events = snapshot.Events.ToArray();
            for (var i = 0; i < places.Length; i++) events[places[i]] = snapshot.Events[shuffled[i]];
            var permuted = EmergencyStay.Restore(snapshot with { Events = events });
            return Rated(stay).Fingerprint() == Rated(permuted).Fingerprint();
        }, maxTest: 500);

    // Invariant 25.
    [Fact]
    public void A_gap_that_is_not_billable_never_bills_more_than_one_that_is() => Cases.ForAll(Steps, steps =>
    {
        var (stay, at) = AfterWithTime(steps);
        if (!StayLifecycle.Allowed(stay.Status).Contains(StayTrigger.Reopen)) return true;
        var back = at + Duration.FromMinutes(40);
        var end = back + Duration.FromMinutes(25);
        var away = stay.Do(StayTrigger.Reopen, back, e => e with { Gap = GapMode.NotBillable }).Do(StayTrigger.Close, end);
        var never = stay.Do(StayTrigger.Reopen, back, e => e with { Gap = GapMode.Billable }).Do(StayTrigger.Close, end);
        return Rated(away).Total.Amount <= Rated(never).Total.Amount && Rated(away).Running <= Rated(never).Running;
    }, maxTest: 500);

    // Invariants 13 and 14, as far as the log goes.
    [Fact]
    public void The_preview_at_the_close_is_the_final_bill_and_a_replay_is_the_same() => Cases.ForAll(Steps, steps =>
    {
        var (stay, at) = AfterWithTime(steps);
        if (!stay.IsOpen) return true;
        var end = at + Duration.FromMinutes(7);
        var closed = stay.Do(StayTrigger.Close, end);
        var preview = Prices.Rate(stay.ToTimeline(), PerHour, now: end).Fingerprint();
        return preview == Rated(closed).Fingerprint() && preview == Rated(EmergencyStay.Restore(closed.ToSnapshot())).Fingerprint();
    }, maxTest: 500);

    // The laws above say nothing about verbs that no history gets through.
    [Fact]
    public void Histories_get_through_every_verb_and_are_refused_every_verb()
    {
        var (accepted, refused) = (new HashSet<StayTrigger>(), new HashSet<StayTrigger>());
        foreach (var steps in Steps.Sample(1000))
        {
            var (stay, at) = (AStay.Registered(), AStay.Nine);
            foreach (var step in steps)
            {
                var (entry, then) = EntryOf(stay, step, at);
                var failures = new Failures();
                var next = stay.Record(failures, step.Trigger, entry);
                (failures.Count == 0 ? accepted : refused).Add(step.Trigger);
                if (failures.Count == 0) (stay, at) = (EmergencyStay.Restore(next.ToSnapshot()), then);
            }
        }

        // A clock that has begun is never cancelled, and every history begins one at once.
        Assert.Equal(Enum.GetValues<StayTrigger>().Except([StayTrigger.Cancel]), accepted.Order());
        Assert.Equal(Enum.GetValues<StayTrigger>(), refused.Order());
    }

    private static Statement Rated(EmergencyStay stay) => Prices.Rate(stay.ToTimeline(), PerHour, now: AStay.Nine + Duration.FromDays(30));

    private static EmergencyStay After(Step[] steps) => AfterWithTime(steps).Stay;

    private static (EmergencyStay Stay, Instant At) AfterWithTime(Step[] steps)
    {
        var (stay, at) = (AStay.Registered(), AStay.Nine);
        foreach (var step in steps.Where(s => s.Trigger is not (StayTrigger.EnterInError or StayTrigger.Cancel or StayTrigger.MarkNotBillable)))
        {
            var (entry, then) = EntryOf(stay, step, at);
            var failures = new Failures();
            var next = stay.Record(failures, step.Trigger, entry);
            if (failures.Count > 0) continue;
            stay = EmergencyStay.Restore(next.ToSnapshot());
            at = then;
        }

        return (stay, Instant.Max(at, stay.Log.LastOf(clinical: false).At));
    }

    private static (StayEvent Entry, Instant Then) EntryOf(EmergencyStay stay, Step step, Instant at)
    {
        var when = at + Duration.FromSeconds(step.Delta);
        return step.Trigger switch
        {
            StayTrigger.AddCarveOut => (AStay.Filled(stay, step.Trigger, at) with { OccurredAt = when, Until = when + Duration.FromSeconds(step.Length), RecordedAt = at + Duration.FromHours(1) }, at),
            StayTrigger.CorrectTime => (AStay.Filled(stay, step.Trigger, at) with { OccurredAt = when - Duration.FromSeconds(step.Length), Supersedes = stay.Events[step.Target % stay.Events.Count].Id }, at),
            StayTrigger.Reopen => (AStay.Filled(stay, step.Trigger, when) with { Gap = step.Billable ? GapMode.Billable : GapMode.NotBillable }, when),
            _ => (AStay.Filled(stay, step.Trigger, when), when),
        };
    }

    private static bool IsWhole(EmergencyStay stay)
    {
        var timed = stay.Effective.Where(e => EffectiveLog.IsTimed(e.Kind)).Select(e => e.At).ToList();
        var ended = stay.Status is not (StayStatus.Registered or StayStatus.Running or StayStatus.Paused or StayStatus.Cancelled or StayStatus.EnteredInError);
        return timed.SequenceEqual(timed.Order()) && (!ended || (stay.EndedAt is not null && stay.Disposition is not null && stay.ClosedBy is not null))
            && (!stay.IsOpen || stay.EndedAt is null) && (stay.Status != StayStatus.Paused || stay.PausedAt is not null);
    }

    private sealed record Step(StayTrigger Trigger, int Delta, int Length, bool Billable, int Target);
}
