using Clinic.EmergencyBilling.Alerts;
using Clinic.EmergencyBilling.Rating;
using Clinic.EmergencyBilling.Tariffs;
using Clinic.EmergencyBilling.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static Clinic.EmergencyBilling.Tests.Kit.Prices;

namespace Clinic.EmergencyBilling.Tests.Alerts;

public sealed class AlertPlanTests
{
    private static readonly Duration Hour = Duration.FromHours(1);
    private static readonly Duration Second = Duration.FromSeconds(1);

    [Fact]
    public void Four_hours_are_not_over_four_hours_and_a_second_more_is()
    {
        var stay = AlertView.Of(Stay(Local(8), null));

        Assert.Equal(new AlertDue(AlertRule.LongStay, Local(12, 0, 1)), AlertPlan.Default.NextDue(stay, [], Local(9)));
        Assert.Equal(Local(12, 0, 1), AlertPlan.Default.NextDue(stay, [], Local(18))!.Value.At);
        Assert.Equal(AlertPlan.Default.NextDue(stay, [], Local(9)), AlertPlan.Default.NextDue(AlertView.Of(Stay(Local(8) + Duration.FromMilliseconds(700), null)), [], Local(9)));
    }

    [Fact]
    public void Each_level_fires_once_and_reopening_rearms_only_what_did_not_fire()
    {
        var plan = new AlertPlan([Presence(3, 2), Presence(1, 1)]);
        var (open, closed) = (AlertView.Of(Stay(Local(8), null)), AlertView.Of(Stay(Local(8), Local(10))));

        Assert.Equal(new("LONG", 1), plan.NextDue(open, [], Local(8))!.Value.Mark);
        Assert.Equal((new("LONG", 2), Local(11, 0, 1)), (plan.NextDue(open, [new("LONG", 1)], Local(10))!.Value.Mark, plan.NextDue(open, [new("LONG", 1)], Local(10))!.Value.At));
        Assert.Null(plan.NextDue(closed, [], Local(12)));
        // Open again, the same marks are asked about.
        Assert.Equal(new("LONG", 2), plan.NextDue(open, [new("LONG", 1)], Local(12))!.Value.Mark);
        Assert.Null(plan.NextDue(open, [new("LONG", 2), new("LONG", 1)], Local(12)));
    }

    [Fact]
    public void Billable_time_stands_still_in_a_pause_and_goes_on_after_it()
    {
        var plan = new AlertPlan([new("B", AlertClock.Billable, Hour, 1, ["supervisor"])]);
        AlertDue? Of(params StayInterval[] pauses) => plan.NextDue(AlertView.Of(Stay(Local(8), null, pauses)), [], Local(9));

        Assert.Equal(Local(9, 0, 1), Of()!.Value.At);
        Assert.Equal(Local(9, 20, 1), Of(new StayInterval(Local(8, 30), Local(8, 50)))!.Value.At);
        Assert.Equal(Local(9, 20, 1), Of(new(Local(8, 40), Local(8, 50)), new(Local(8, 30), Local(8, 45)))!.Value.At);
        Assert.Null(Of(new StayInterval(Local(8, 30), null)));
        // Over before the pause began: due, although it stands still now.
        Assert.Equal(Local(9, 0, 1), Of(new StayInterval(Local(9, 30), null))!.Value.At);
    }

    [Fact]
    public void The_clock_since_triage_begins_with_the_first_acuity()
    {
        var plan = new AlertPlan([new("T", AlertClock.SinceTriage, Hour, 1, ["supervisor"])]);
        var triaged = new StayTimeline(Local(8), null, [new(Local(8)), new(Local(8, 20), Acuity: AcuityLevel.Urgent), new(Local(9), Acuity: AcuityLevel.Emergent)]);

        Assert.Null(plan.NextDue(AlertView.Of(Stay(Local(8), null)), [], Local(12)));
        Assert.Equal(Local(9, 20, 1), plan.NextDue(AlertView.Of(triaged), [], Local(8, 30))!.Value.At);
        Assert.Equal((null, Duration.FromMinutes(10)), (AlertView.Of(triaged).ElapsedAt(AlertClock.SinceTriage, Local(8, 19)), AlertView.Of(triaged).ElapsedAt(AlertClock.SinceTriage, Local(8, 30))));
    }

    [Fact]
    public void A_pause_that_lasts_too_long_is_told_and_one_that_ended_is_not()
    {
        var plan = new AlertPlan([new("P", AlertClock.Paused, Duration.FromMinutes(30), 1, ["reception"])]);
        AlertDue? Of(Instant now, params StayInterval[] pauses) => plan.NextDue(AlertView.Of(Stay(Local(8), null, pauses)), [], now);

        Assert.Null(Of(Local(9)));
        Assert.Equal(Local(9, 10, 1), Of(Local(9), new StayInterval(Local(8, 40), null))!.Value.At);
        Assert.Null(Of(Local(9, 30), new StayInterval(Local(8, 10), Local(9))));
        Assert.Equal(Local(9, 10, 1), Of(Local(9), new(Local(8, 50), null), new(Local(8, 40), Local(8, 55)))!.Value.At);
        Assert.Equal(Local(9, 20, 1), Of(Local(9), new(Local(8, 50), null), new(Local(8, 40), Local(8, 50)))!.Value.At);
        Assert.Equal(Local(9, 50, 1), Of(Local(9, 30), new(Local(8, 10), Local(9)), new(Local(9, 20), null))!.Value.At);
    }

    [Fact]
    public void The_earliest_comes_first_and_among_equals_the_lowest_level()
    {
        var plan = new AlertPlan([new("Z", AlertClock.Billable, Hour, 1, ["r"]), new("A", AlertClock.Presence, Hour, 1, ["r"]), new("A", AlertClock.Presence, Hour * 2, 2, ["r"])]);

        Assert.Equal(new("A", 1), plan.NextDue(AlertView.Of(Stay(Local(8), null)), [], Local(8))!.Value.Mark);
        Assert.Equal(new("Z", 1), plan.NextDue(AlertView.Of(Stay(Local(8), null)), [new("A", 1)], Local(8))!.Value.Mark);
        Assert.Null(new AlertPlan([]).NextDue(AlertView.Of(Stay(Local(8), null)), [], Local(20)));
    }

    // Invariant 21.
    [Fact]
    public void The_due_instant_is_the_first_second_at_which_its_clock_stands_over_the_threshold() =>
        Prop.ForAll(Arb.From(Questions), q =>
        {
            var (plan, view, fired, now) = q;
            var wanted = plan.Rules.Where(r => !fired.Contains(new(r.Code, r.Level))).Select(r => (Rule: r, At: FirstOver(view, r, now))).Where(d => d.At is not null).OrderBy(d => d.At).ToList();
            var due = plan.NextDue(view, fired, now);
            return (wanted.Count == 0 ? due is null
                : due is { } d && d.At == wanted[0].At && d.At > view.Stay.Start && view.ElapsedAt(d.Rule.Clock, d.At) == d.Rule.Threshold + Second
                    && view.ElapsedAt(d.Rule.Clock, d.At - Second) <= d.Rule.Threshold)
                .Label($"{due?.Rule.Clock} {due?.At} {string.Join(' ', wanted)} start {view.Stay.Start} now {now} {string.Join(' ', view.Stay.Pauses.Concat(view.Stay.CarveOuts))}");
        }).Holds(100);

    [Fact]
    public void A_higher_threshold_is_never_due_earlier() =>
        Cases.ForAll(from q in Questions from more in Gen.Choose(1, 5_000) from clock in Gen.Elements(Enum.GetValues<AlertClock>()) from threshold in Gen.Choose(1, 20_000) select (q.View, q.Now, more, clock, threshold), c =>
        {
            Instant? Due(int seconds) => new AlertPlan([new("A", c.clock, Duration.FromSeconds(seconds), 1, ["r"])]).NextDue(c.View, [], c.Now)?.At;
            return Due(c.threshold + c.more) is not { } later || Due(c.threshold) < later;
        });

    [Fact]
    public void Clocks_show_what_the_statement_says() =>
        Cases.ForAll(Questions, q =>
        {
            var s = Rate(q.View.Stay, Book(Terms(Hourly(1m))), now: q.Now);
            return q.View.ElapsedAt(AlertClock.Billable, q.Now) == s.Running && q.View.ElapsedAt(AlertClock.Presence, q.Now) == s.Presence;
        });

    [Fact]
    public void Before_the_start_no_clock_shows_anything_and_after_the_end_none_goes_on()
    {
        var view = AlertView.Of(new(Local(8), Local(10), [new(Local(8), Acuity: AcuityLevel.Urgent)], [new(Local(9), null)]));

        Assert.All(Enum.GetValues<AlertClock>(), c => Assert.Null(view.ElapsedAt(c, Local(7, 59, 59))));
        Assert.Equal([Hour * 2, Hour, Hour * 2, Hour], Enum.GetValues<AlertClock>().Select(c => view.ElapsedAt(c, Local(15))!.Value));
        Assert.Throws<ArgumentOutOfRangeException>(() => view.ElapsedAt((AlertClock)9, Local(9)));
    }

    [Fact]
    public void Rules_that_cannot_be_meant_are_refused_together()
    {
        var e = Assert.Throws<EmergencyBillingException>(() => new AlertPlan([
            new(" A", AlertClock.Presence, Duration.Zero, 0, []), Presence(2, 1), Presence(2, 2), Presence(4, 2), new("C", AlertClock.Presence, Hour, 1, ["r"]), new("C", AlertClock.Paused, Hour * 2, 2, ["r"]),
        ]));

        Assert.Equal(
            [
                EmergencyBillingRules.FieldInvalid, EmergencyBillingRules.FieldInvalid, EmergencyBillingRules.FieldInvalid, EmergencyBillingRules.AlertTellsNobody,
                EmergencyBillingRules.AlertLevelsUnordered, EmergencyBillingRules.AlertTwice, EmergencyBillingRules.AlertLevelsUnordered,
            ],
            e.Failures.Select(f => f.Code));
        Assert.All(e.Failures, f => Assert.DoesNotContain('{', e.Describe(f, "es")));
    }

    private static Gen<(AlertPlan Plan, AlertView View, AlertMark[] Fired, Instant Now)> Questions =>
        from c in Cases.Stay
        from open in Gen.Elements(true, false)
        from clocks in Gen.Elements(Enum.GetValues<AlertClock>()).ArrayOf(3)
        from thresholds in Gen.OneOf(Gen.Elements(60, 900, 3600, 7200, 14_400), Gen.Choose(1, 20_000)).ArrayOf(3)
        from fired in Gen.Elements<AlertMark[]>([], [], [new("R0", 1)], [new("R0", 1), new("R2", 1)])
        let seconds = (int)(c.Stay.End!.Value - c.Stay.Start).TotalSeconds
        from at in Gen.Choose(0, Math.Max(1, seconds))
        let now = c.Stay.Start + Duration.FromSeconds(at)
        let pauses = c.Stay.Pauses.Take(1).Where(p => p.To <= now).Concat(open ? [new(now - Duration.FromSeconds(at / 2), null)] : Array.Empty<StayInterval>()).ToList()
        let rules = clocks.Select((clock, i) => new AlertRule($"R{i}", clock, Duration.FromSeconds(thresholds[i]), 1, ["r"])).ToList()
        select (new AlertPlan(rules), AlertView.Of(new(c.Stay.Start, null, c.Stay.Terms, pauses, c.Stay.CarveOuts)), fired, now);

    private static AlertRule Presence(int hours, int level) => new("LONG", AlertClock.Presence, Hour * hours, level, ["supervisor"]);

    // Asks every second, in a pause only those of the pause that lasts now.
    private static Instant? FirstOver(AlertView view, AlertRule rule, Instant now)
    {
        var from = Instant.FromUnixTimeSeconds(view.Stay.Start.ToUnixTimeSeconds());
        if (rule.Clock == AlertClock.Paused)
        {
            if (view.ElapsedAt(AlertClock.Paused, now) is not { } elapsed) return null;
            from = now - elapsed;
        }

        for (var at = from; at < from + Duration.FromHours(80); at += Second)
        {
            if (rule.Clock == AlertClock.Paused && view.ElapsedAt(rule.Clock, at) is null) return null;
            if (view.ElapsedAt(rule.Clock, at) > rule.Threshold) return at;
        }

        return null;
    }
}
