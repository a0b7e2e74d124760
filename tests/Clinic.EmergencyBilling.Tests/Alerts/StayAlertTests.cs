using Clinic.Abstractions;
using Clinic.EmergencyBilling.Alerts;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using Clinic.EmergencyBilling.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static Clinic.EmergencyBilling.Tests.Kit.Reception;

namespace Clinic.EmergencyBilling.Tests.Alerts;

/// <summary>Alerts of stays from the desk and the job: raised once, told along a list, answered, cleared, re-armed.</summary>
public sealed class StayAlertTests
{
    private static readonly Duration Second = Duration.FromSeconds(1);

    [Fact]
    public async Task Four_hours_without_discharge_are_told_in_the_first_second_after_them_and_once()
    {
        var world = await OpenAsync();
        var stay = await world.RunningAsync();
        for (var at = -3; at <= 0; at++)
        {
            world.Clock.Now = AStay.At(240, at);
            Assert.Equal(0, (await RunAsync(world)).Done);
        }

        world.Clock.Now = AStay.At(240, 1);
        Assert.Equal(1, (await RunAsync(world)).Done);
        for (var at = 2; at < 6; at++)
        {
            world.Clock.Now = AStay.At(240, at);
            Assert.Equal(0, (await RunAsync(world)).Done);
        }

        var alert = Assert.Single(await AlertsAsync(world));
        Assert.Equal(("LONG-STAY", 1, AStay.At(240, 1), AStay.At(240, 1), "reception", StayAlertStatus.Open), (alert.Code, alert.Level, alert.DueAt, alert.RaisedAt, alert.Target, alert.Status));
        Assert.Equal((stay, world.Site.Id, AStay.At(255, 1)), (alert.Stay, alert.Site, alert.EscalatesAt));
        var told = Assert.Single(await EventsAsync(world, EmergencyEvents.StayAlertRaised));
        Assert.Contains(alert.Id.ToString(), told.Json, StringComparison.Ordinal);
        Assert.DoesNotContain(world.Patient.ToString(), told.Json, StringComparison.Ordinal);
    }

    [Fact]
    public void The_job_raises_at_the_first_second_over_whatever_pauses_and_thresholds_there_are() => Prop.ForAll(
        Gen.Choose(1, 400).Three().ToArbitrary(), draw => RaisesAtDueAsync(draw.Item1, draw.Item2, draw.Item3).GetAwaiter().GetResult())
        .Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public async Task Nobody_answers_and_the_next_in_the_list_is_told_until_somebody_does()
    {
        var world = await OpenAsync();
        var person = world.PersonOf(Role.Physician).ToString();
        await SetAsync(world, 0, [new("LONG", AlertClock.Presence, Duration.FromHours(1), 1, ["reception", "supervisor", person])], Duration.FromMinutes(5));
        await world.RunningAsync();
        world.Clock.Now = AStay.At(60, 1);
        await RunAsync(world);
        world.Clock.Now = AStay.At(65);
        Assert.Equal(0, (await RunAsync(world)).Done);
        world.Clock.Now = AStay.At(65, 1);
        Assert.Equal(1, (await RunAsync(world)).Done);
        Assert.Equal((2, "supervisor", AStay.At(70, 1)), (await OnlyAsync(world)) is var a ? (a.Told, a.Target, a.EscalatesAt) : default);
        // A late worker tells the next at once, and that one has the whole time; after the last nobody is left.
        world.Clock.Now = AStay.At(200);
        Assert.Equal(1, (await RunAsync(world)).Done);
        Assert.Equal((3, person, null), (await OnlyAsync(world)) is var b ? (b.Told, b.Target, b.EscalatesAt) : default);
        world.Clock.Now = AStay.At(600);
        Assert.Equal(0, (await RunAsync(world)).Done);
        Assert.Equal(2, (await EventsAsync(world, EmergencyEvents.StayAlertEscalated)).Count);
    }

    [Fact]
    public async Task Who_answers_stops_the_list_and_what_is_answered_or_over_is_refused()
    {
        var world = await OpenAsync();
        var stay = await world.RunningAsync();
        world.Clock.Now = AStay.At(241);
        await RunAsync(world);
        var alert = (await OnlyAsync(world)).Id;
        var desk = world.Get<StayAlertDesk>();
        await RefusedAsync(() => desk.AcknowledgeAsync(world.As(Role.Auditor), new(alert, new string('x', 501)), Ct), EmergencyBillingRules.RoleMissing, EmergencyBillingRules.FieldInvalid);
        await RefusedAsync(() => desk.AcknowledgeAsync(world.As() with { Site = world.New<SiteId>() }, new(alert), Ct), EmergencyBillingRules.StayAlertUnknown);
        await RefusedAsync(() => desk.AcknowledgeAsync(world.As(), new(default), Ct), EmergencyBillingRules.StayAlertUnknown);

        var command = world.As(Role.Nurse);
        var answer = await desk.AcknowledgeAsync(command, new(alert, "llamé a su hermana Rosa"), Ct);
        Assert.Equal(answer, await desk.AcknowledgeAsync(command, new(alert, "llamé a su hermana Rosa"), Ct));

        var found = await OnlyAsync(world);
        Assert.Equal((StayAlertStatus.Acknowledged, world.PersonOf(Role.Nurse), AStay.At(241), "llamé a su hermana Rosa", null), (found.Status, found.AnsweredBy, found.AnsweredAt, found.Note, found.EscalatesAt));
        world.Clock.Now = AStay.At(400);
        Assert.Equal(0, (await RunAsync(world)).Done);
        Assert.Null((await WatchAsync(world, stay)).Due);
        await RefusedAsync(() => desk.AcknowledgeAsync(world.As(), new(alert), Ct), EmergencyBillingRules.StayAlertTransitionRefused);
        Assert.All(await world.EventsAsync(), e => Assert.DoesNotContain("Rosa", e.Json, StringComparison.Ordinal));
        var audit = await world.Get<IAuditLog>().ListAsync(world.Tenant, new AuditQuery { Subject = StayWatch.FactOf(stay) }, PageRequest.First, Ct);
        Assert.Equal(["stay-alert.acknowledged", "stay-alert.raised", "stay-alert.rescheduled"], audit.Items.Where(a => a.Outcome == AuditOutcome.Accepted).Select(a => a.Action).Order(StringComparer.Ordinal));
        Assert.All(audit.Items, a => Assert.DoesNotContain("Rosa", a.Note ?? "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_close_ends_what_stands_and_reopening_rearms_only_levels_that_did_not_fire()
    {
        var world = await OpenAsync();
        await SetAsync(world, 0, [Long(1, 1), Long(3, 2)]);
        var stay = await world.RunningAsync();
        world.Clock.Now = AStay.At(61);
        await RunAsync(world);
        await world.Desk.CloseAsync(world.As(), new() { Stay = stay, Disposition = Disposition.Discharged }, Ct);

        Assert.Equal((StayAlertStatus.Cleared, AStay.At(61)), (await OnlyAsync(world)) is var a ? (a.Status, a.ClearedAt) : default);
        Assert.Null((await WatchAsync(world, stay)).Due);
        world.Clock.Now = AStay.At(170);
        Assert.Equal(0, (await RunAsync(world)).Done);
        await world.Corrections.ReopenAsync(world.As(Role.Supervisor), new() { Stay = stay, Gap = GapMode.NotBillable, Reason = "volvió" }, Ct);
        Assert.Equal(new StayNextAlert(stay, "LONG", 2, AStay.At(180, 1)), (await WatchAsync(world, stay)).Next);
        world.Clock.Now = AStay.At(180, 1);
        Assert.Equal(1, (await RunAsync(world)).Done);
        Assert.Equal([2, 1], (await AlertsAsync(world)).Select(x => x.Level));
        Assert.Equal([StayAlertStatus.Open, StayAlertStatus.Cleared], (await AlertsAsync(world)).Select(x => x.Status));
    }

    [Fact]
    public async Task A_pause_too_long_is_told_once_and_over_when_the_clock_goes_on()
    {
        var world = await OpenAsync();
        await SetAsync(world, 0, [new("PAUSE", AlertClock.Paused, Duration.FromMinutes(20), 1, ["nurse"]), new("BILL", AlertClock.Billable, Duration.FromMinutes(30), 1, ["cashier"])]);
        var stay = await world.RunningAsync();
        Assert.Equal(AStay.At(30, 1), (await WatchAsync(world, stay)).Due);
        world.Clock.Now = AStay.At(10);
        await world.Desk.PauseAsync(world.As(), new() { Stay = stay, Kind = PauseKind.Procedure }, Ct);
        Assert.Equal(("PAUSE", AStay.At(30, 1)), (await WatchAsync(world, stay)).Next is { } n ? (n.Code, n.At) : default);
        world.Clock.Now = AStay.At(30, 1);
        Assert.Equal(1, (await RunAsync(world)).Done);
        Assert.Null((await WatchAsync(world, stay)).Due);
        world.Clock.Now = AStay.At(40);
        await world.Desk.ResumeAsync(world.As(), new() { Stay = stay }, Ct);
        Assert.Equal(StayAlertStatus.Cleared, (await OnlyAsync(world)).Status);
        Assert.Equal(AStay.At(60, 1), (await WatchAsync(world, stay)).Due);
        // Ten billable minutes are taken out: the bill stands over thirty minutes ten minutes later.
        world.Clock.Now = AStay.At(45);
        await world.Corrections.CarveOutAsync(world.As(), new() { Stay = stay, At = AStay.At(0), Until = AStay.At(10), Reason = "equipo", Approver = world.Approver() }, Ct);
        Assert.Equal(AStay.At(70, 1), (await WatchAsync(world, stay)).Due);
    }

    [Fact]
    public async Task Who_has_left_waits_no_more_and_the_running_bill_is_still_told()
    {
        var world = await OpenAsync();
        await SetAsync(world, 0, [Long(1, 1), new("TRIAGE", AlertClock.SinceTriage, Duration.FromMinutes(40), 1, ["nurse"]), new("BILL", AlertClock.Billable, Duration.FromHours(2), 1, ["cashier"])]);
        var stay = await world.RunningAsync();
        world.Clock.Now = AStay.At(15);
        await world.Desk.MoveCareAsync(world.As(), new() { Stay = stay, Step = ClinicalTrigger.Triage }, Ct);
        Assert.Equal(("TRIAGE", AStay.At(55, 1)), (await WatchAsync(world, stay)).Next is { } n ? (n.Code, n.At) : default);
        world.Clock.Now = AStay.At(61);
        Assert.Equal(2, (await RunAsync(world)).Done);
        await world.Desk.MoveCareAsync(world.As(), new() { Stay = stay, Step = ClinicalTrigger.BeginTreatment }, Ct);
        await world.Desk.MoveCareAsync(world.As(), new() { Stay = stay, Step = ClinicalTrigger.Depart, Disposition = Disposition.Discharged }, Ct);

        Assert.All(await AlertsAsync(world), a => Assert.Equal(StayAlertStatus.Cleared, a.Status));
        Assert.Equal(("BILL", AStay.At(120, 1)), (await WatchAsync(world, stay)).Next is { } left ? (left.Code, left.At) : default);
        world.Clock.Now = AStay.At(121);
        Assert.Equal(1, (await RunAsync(world)).Done);
    }

    [Fact]
    public async Task Rules_that_change_are_followed_by_the_job_and_written_with_reason_by_whoever_may()
    {
        var world = await OpenAsync();
        var (first, second) = (await world.RunningAsync(), await world.RunningAsync(await world.PatientAsync()));
        Assert.Equal(AStay.At(240, 1), (await WatchAsync(world, first)).Due);
        world.Clock.Now = AStay.At(90);
        await SetAsync(world, 0, [Long(1, 1), Long(2, 2)]);
        Assert.Equal([AStay.At(90), AStay.At(90)], [(await WatchAsync(world, first)).Due, (await WatchAsync(world, second)).Due]);
        Assert.Equal(2, (await RunAsync(world)).Done);
        Assert.Equal(AStay.At(105), (await WatchAsync(world, second)).Due);
        Assert.Equal(AStay.At(120, 1), (await WatchAsync(world, second)).Next!.At);

        await SetAsync(world, 1, []);
        Assert.Equal(0, (await RunAsync(world)).Done);
        Assert.Null((await WatchAsync(world, first)).Next);
        var desk = world.Get<StayAlertDesk>();
        AlertRule[] bad = [new("LONG", AlertClock.Presence, Duration.Zero, 1, []), new("LONG", AlertClock.Presence, Duration.Zero, 1, ["portero", world.New<PersonId>().ToString(), "System"])];
        await RefusedAsync(() => desk.SetRulesAsync(world.As(), new(1, bad, " ", Duration.FromSeconds(59)), Ct),
            EmergencyBillingRules.RoleMissing, EmergencyBillingRules.FieldInvalid, EmergencyBillingRules.StaleVersion, EmergencyBillingRules.FieldInvalid, EmergencyBillingRules.AlertTargetUnknown,
            EmergencyBillingRules.AlertTargetUnknown, EmergencyBillingRules.AlertTargetUnknown, EmergencyBillingRules.FieldInvalid, EmergencyBillingRules.AlertTellsNobody, EmergencyBillingRules.FieldInvalid,
            EmergencyBillingRules.AlertTwice);
        var inquiries = world.Get<StayAlertInquiries>();
        Assert.Equal([2, 1], (await inquiries.RulesHistoryAsync(world.As(), PageRequest.First, Ct)).Items.Select(r => r.Version));
        Assert.Equal((1, 2, "cambio", world.PersonOf(Role.Supervisor)), await inquiries.RulesAsync(world.As(), 1, Ct) is var r ? (r.Version, r.Rules.Count, r.Reason, r.By) : default);
        Assert.Equal(AlertRule.LongStay, Assert.Single((await inquiries.RulesAsync(world.As(), 0, Ct)).Rules));
        Assert.Empty((await inquiries.RulesAsync(world.As(), null, Ct)).Rules);
        await RefusedAsync(() => inquiries.RulesAsync(world.As(), 3, Ct), EmergencyBillingRules.AlertRulesUnknown);
        await RefusedAsync(() => inquiries.ListAsync(world.As(Role.Pharmacist), new(), PageRequest.First, Ct), EmergencyBillingRules.RoleMissing);
    }

    [Fact]
    public async Task Workers_that_race_raise_each_level_of_each_stay_once()
    {
        var world = await OpenAsync();
        await SetAsync(world, 0, [Long(1, 1), Long(2, 2)]);
        for (var i = 0; i < 12; i++) await world.RunningAsync(await world.PatientAsync());
        world.Clock.Now = AStay.At(150);

        var reports = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => RunAsync(world))));

        Assert.Equal(24, reports.Sum(r => r.Done));
        Assert.Equal(24, (await EventsAsync(world, EmergencyEvents.StayAlertRaised)).Count);
        Assert.Equal(24, (await AlertsAsync(world)).DistinctBy(a => (a.Stay, a.Mark)).Count());
    }

    [Fact]
    public async Task Closing_and_raising_at_once_leave_no_alert_that_stands_in_a_closed_stay()
    {
        var world = await OpenAsync();
        for (var round = 0; round < 15; round++)
        {
            var stay = await world.RunningAsync(await world.PatientAsync());
            world.Clock.AdvanceMinutes(241);
            await Task.WhenAll(
                Task.Run(() => RunAsync(world)),
                Task.Run(() => world.Desk.CloseAsync(world.As(), new() { Stay = stay, Disposition = Disposition.Discharged, At = world.Clock.Now }, Ct)));
            Assert.Equal(0, (await RunAsync(world)).Done);

            var watch = await WatchAsync(world, stay);
            Assert.Null(watch.Due);
            Assert.All(watch.Alerts, a => Assert.Equal(StayAlertStatus.Cleared, a.Status));
        }
    }

    [Fact]
    public async Task A_worker_that_dies_after_the_commit_has_told_once_and_one_that_dies_before_it_has_not()
    {
        var world = await OpenAsync();
        await world.RunningAsync();
        world.Clock.Now = AStay.At(241);
        using var dies = new CancellationTokenSource();
        await dies.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => world.Get<StayAlertRaising>().RunDueAsync(world.Tenant, 100, dies.Token));
        Assert.Empty(await EventsAsync(world, EmergencyEvents.StayAlertRaised));

        // The event is part of the commit that marks the level, so that a restart finds both or neither.
        await RunAsync(world);
        await RunAsync(world);
        Assert.Single(await EventsAsync(world, EmergencyEvents.StayAlertRaised));
    }

    [Fact]
    public async Task A_clock_of_another_server_that_is_ahead_hides_no_pause()
    {
        var world = await OpenAsync();
        await SetAsync(world, 0, [new("PAUSE", AlertClock.Paused, Duration.FromMinutes(5), 1, ["nurse"])]);
        var stay = await world.RunningAsync();
        world.Clock.Now = AStay.At(10);
        await world.Desk.ChangeAcuityAsync(world.As(), new() { Stay = stay, Acuity = AcuityLevel.Urgent }, Ct);
        world.Clock.Now = AStay.At(9, 30);
        await world.Desk.PauseAsync(world.As(), new() { Stay = stay, Kind = PauseKind.Transport }, Ct);

        Assert.Equal(AStay.At(15, 1), (await WatchAsync(world, stay)).Due);
    }

    [Fact]
    public void Every_status_and_trigger_of_an_alert_is_allowed_or_refused_with_what_is()
    {
        (StayAlertStatus, StayAlertTrigger, StayAlertStatus)[] allowed =
        [
            (StayAlertStatus.Open, StayAlertTrigger.Escalate, StayAlertStatus.Open), (StayAlertStatus.Open, StayAlertTrigger.Acknowledge, StayAlertStatus.Acknowledged),
            (StayAlertStatus.Open, StayAlertTrigger.Clear, StayAlertStatus.Cleared), (StayAlertStatus.Acknowledged, StayAlertTrigger.Clear, StayAlertStatus.Cleared),
        ];
        foreach (var status in Enum.GetValues<StayAlertStatus>())
        {
            foreach (var trigger in Enum.GetValues<StayAlertTrigger>())
            {
                var edges = allowed.Where(a => a.Item1 == status && a.Item2 == trigger).ToList();
                if (edges.Count == 1) Assert.Equal(edges[0].Item3, StayAlertLifecycle.Next(status, trigger));
                else Assert.Equal(EmergencyBillingRules.StayAlertTransitionRefused, Assert.Throws<EmergencyBillingException>(() => StayAlertLifecycle.Next(status, trigger)).Code);
            }
        }
    }

    private static AlertRule Long(int hours, int level) => new("LONG", AlertClock.Presence, Duration.FromHours(hours), level, ["reception", "supervisor"]);

    // Invariant 21: at the due second the clock stands one second over its threshold, and nothing is raised before.
    private static async Task RaisesAtDueAsync(int threshold, int pauseAt, int pauseFor)
    {
        var world = await OpenAsync();
        await SetAsync(world, 0, [new("B", AlertClock.Billable, Duration.FromSeconds(threshold), 1, ["cashier"])]);
        var stay = await world.RunningAsync();
        world.Clock.Now = AStay.At(0, pauseAt);
        await world.Desk.PauseAsync(world.As(), new() { Stay = stay, Kind = PauseKind.Procedure }, Ct);
        world.Clock.Now = AStay.At(0, pauseAt + pauseFor);
        await world.Desk.ResumeAsync(world.As(), new() { Stay = stay }, Ct);
        var due = (await WatchAsync(world, stay)).Due!.Value;
        Assert.Equal(AStay.At(0, threshold + 1 + (threshold + 1 > pauseAt ? pauseFor : 0)), due);
        Assert.Equal(threshold + 1, (long)AlertView.Of((await world.FindAsync(stay)).ToTimeline()).ElapsedAt(AlertClock.Billable, due)!.Value.TotalSeconds);

        world.Clock.Now = due - Second;
        Assert.Equal(0, (await RunAsync(world)).Done);
        world.Clock.Now = due;
        Assert.Equal(1, (await RunAsync(world)).Done);
    }

    private static async Task<JobReport> RunAsync(Reception world)
    {
        var report = await world.Get<StayAlertRaising>().RunDueAsync(world.Tenant, 100, Ct);
        Assert.Equal((0, null), (report.Failed, report.Error));
        return report;
    }

    private static Task<StayAlertRulesAnswer> SetAsync(Reception world, int version, IReadOnlyList<AlertRule> rules, Duration? after = null) =>
        world.Get<StayAlertDesk>().SetRulesAsync(world.As(Role.Supervisor), new(version, rules, "cambio", after), Ct);

    private static async Task<IReadOnlyList<StayAlert>> AlertsAsync(Reception world) => (await world.Get<StayAlertInquiries>().ListAsync(world.As(), new(), new PageRequest(100), Ct)).Items;

    private static async Task<StayAlert> OnlyAsync(Reception world) => Assert.Single(await AlertsAsync(world));

    private static async Task<StayWatch> WatchAsync(Reception world, StayId stay) => (await world.Get<IStayAlertStore>().FindAsync(world.Tenant, stay, Ct))!;

    private static async Task<List<OutboxEvent>> EventsAsync(Reception world, string type) => [.. (await world.EventsAsync()).Where(e => e.Type == type)];

    private static async Task RefusedAsync(Func<Task> act, params string[] codes) =>
        Assert.Equal(codes.Order(), (await Assert.ThrowsAsync<EmergencyBillingException>(act)).Failures.Select(f => f.Code).Order());
}
