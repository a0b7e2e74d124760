using Clinic.Abstractions;
using Clinic.Pharmacy.Alerts;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using static Clinic.Pharmacy.Tests.Alerts.AlertKit;

namespace Clinic.Pharmacy.Tests.Alerts;

/// <summary>Rules, scans, answers and escalation, case by case.</summary>
public sealed class AlertTests
{
    private static readonly AlertRecipients Chief = new(["jefa@clinica.ec"], [Role.Supervisor]);

    [Fact]
    public async Task Everything_wrong_with_a_rule_is_said_at_once()
    {
        var h = new Hospital();
        var data = new AlertRuleData(
            new AlertScope(Presentation: Hospital.Id<PresentationId>(9), Medication: Hospital.Id<MedicationId>(9), AtcPrefix: "J01!", Department: Hospital.Id<DepartmentId>(9), Location: Hospital.Id<LocationId>(9)),
            new AlertSettings { Levels = [30, 30], OpenDays = -1 },
            new AlertRecipients(["a@b.ec\r\nBcc: x@y.z", "nadie"], [(Role)99]),
            [new(Duration.FromHours(2), Chief), new(Duration.FromHours(1), Chief)]);
        await Refused.WithAsync(
            () => h.Get<AlertRules>().AddAsync(h.As(h.Nurse), new(AlertKind.LowStock, data), Ct),
            PharmacyRules.RoleMissing, PharmacyRules.PresentationUnknown, PharmacyRules.MedicationUnknown, PharmacyRules.LocationUnknown, PharmacyRules.DepartmentUnknown,
            PharmacyRules.AlertScopeWrong, PharmacyRules.AlertScopeWrong, PharmacyRules.AlertSettingWrong, PharmacyRules.AlertSettingForeign, PharmacyRules.AlertSettingForeign,
            PharmacyRules.AlertSettingWrong, PharmacyRules.AlertSettingWrong, PharmacyRules.AlertAddressWrong, PharmacyRules.AlertAddressWrong,
            PharmacyRules.AlertRecipientsTooMany, PharmacyRules.AlertEscalationsWrong);
    }

    [Fact]
    public async Task Two_rules_for_the_same_are_refused_and_a_retired_one_frees_its_place()
    {
        var h = new Hospital();
        var rules = h.Get<AlertRules>();
        var first = await rules.AddAsync(h.As(), new(AlertKind.Expiry, new(new(AtcPrefix: "J01"))), Ct);
        await Refused.WithAsync(() => rules.AddAsync(h.As(), new(AlertKind.Expiry, new(new(AtcPrefix: "j01"), new() { Levels = [5] })), Ct), PharmacyRules.AlertRuleTaken);
        await rules.AddAsync(h.As(), new(AlertKind.LowStock, new(new(AtcPrefix: "J01"))), Ct);
        await rules.RetireAsync(h.As(), new(first.Id, 1), Ct);
        await Refused.WithAsync(() => rules.ReviseAsync(h.As(), new(first.Id, 2, new()), Ct), PharmacyRules.AlertRuleRetired);
        await Refused.WithAsync(() => rules.RetireAsync(h.As(), new(Hospital.Id<AlertRuleId>(7), 1), Ct), PharmacyRules.AlertRuleUnknown);
        await rules.AddAsync(h.As(), new(AlertKind.Expiry, new(new(AtcPrefix: "J01"))), Ct);
    }

    [Fact]
    public async Task The_most_particular_rule_judges_and_a_disabled_one_silences()
    {
        var h = new Hospital();
        var (loud, quiet) = (await h.PresentationAsync("A"), await h.PresentationAsync("B", controlled: ControlledClass.Narcotic));
        var expires = h.Site.DateOf(h.Clock.Now).PlusDays(45);
        await h.LotAsync(loud, 10, expires: expires);
        await h.LotAsync(quiet, 10, expires: expires);
        await h.Get<AlertRules>().AddAsync(h.As(), new(AlertKind.Expiry, new(Settings: new() { Levels = [10] })), Ct);
        var rule = await h.Get<AlertRules>().AddAsync(h.As(), new(AlertKind.Expiry, new(new(Presentation: loud.Id), new() { Levels = [50, 5] })), Ct);
        await h.Get<AlertRules>().AddAsync(h.As(), new(AlertKind.Expiry, new(new(Controlled: ControlledClass.Narcotic), IsEnabled: false)), Ct);
        await h.ScanAsync();
        var alert = Assert.Single(await h.AlertsAsync(new() { Kind = AlertKind.Expiry }));
        Assert.Equal((rule.Id, "50"), (alert.Cause.Rule, alert.Cause.Facts.Single(f => f.Name == "level").Value));
        var preview = await h.Get<AlertInquiries>().PreviewAsync(h.Tenant, AlertKind.Expiry, new(new(Controlled: ControlledClass.Narcotic)), PageRequest.First, Ct);
        Assert.Equal(quiet.Id, Assert.Single(preview.Items).About.Presentation);
        Assert.Single(await h.AlertsAsync(new() { Kind = AlertKind.Expiry }));
    }

    [Fact]
    public async Task A_cause_that_went_away_and_came_back_is_raised_again()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        await h.Get<AlertRules>().AddAsync(h.As(), new(AlertKind.LowStock, new(new(Presentation: p.Id, Location: h.Store), new() { MinimumOnHand = 10 })), Ct);
        await h.ScanAsync();
        await h.LotAsync(p, 20);
        await h.ScanAsync();
        await h.Issuing.IssueAsync(h.As(), h.Issue(p, 15), Ct);
        await h.ScanAsync();
        await h.ScanAsync();
        var found = await h.AlertsAsync(new() { Kind = AlertKind.LowStock });
        Assert.Equal([(2, AlertStatus.Open), (1, AlertStatus.Resolved)], found.OrderByDescending(a => a.Episode).Select(a => (a.Episode, a.Status)));
    }

    [Fact]
    public async Task What_a_person_closed_is_not_raised_again_while_the_cause_lasts()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        var lot = await h.LotAsync(p, 20, expires: h.Site.DateOf(h.Clock.Now).PlusDays(20));
        await h.ScanAsync();
        var alert = Assert.Single(await h.AlertsAsync());
        await h.Get<AlertDesk>().ResolveAsync(h.As(h.Auxiliary), new(alert.Id, alert.Version, "se usará"), Ct);
        await h.ScanAsync();
        Assert.Single(await h.AlertsAsync());
        await h.Issuing.IssueAsync(h.As(), h.Issue(p, 20, lot), Ct);
        await h.ScanAsync();
        Assert.False(Assert.Single(await h.AlertsAsync()).IsCauseStanding);
    }

    [Fact]
    public async Task Answers_are_refused_with_every_reason()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        await h.LotAsync(p, 20, expires: h.Site.DateOf(h.Clock.Now).PlusDays(20));
        await h.ScanAsync();
        var alert = Assert.Single(await h.AlertsAsync());
        var desk = h.Get<AlertDesk>();
        var stranger = new Actor(Hospital.Id<PersonId>(40), [Role.Auditor], []);
        await Refused.WithAsync(() => desk.AcknowledgeAsync(h.As(stranger), new(alert.Id, 9, " "), Ct),
            PharmacyRules.RoleMissing, PharmacyRules.FieldInvalid, PharmacyRules.StaleVersion, PharmacyRules.DepartmentMissing);
        await Refused.WithAsync(() => desk.AcknowledgeAsync(h.As(), new(Hospital.Id<AlertId>(9), 1), Ct), PharmacyRules.AlertUnknown);
        await Refused.WithAsync(() => desk.SnoozeAsync(h.As(), new(alert.Id, alert.Version, h.Clock.Now), Ct), PharmacyRules.AlertSnoozeWrong);
        await Refused.WithAsync(() => desk.SnoozeAsync(h.As(), new(alert.Id, alert.Version, h.Clock.Now + Duration.FromDays(31)), Ct), PharmacyRules.AlertSnoozeWrong);
        var done = await desk.AcknowledgeAsync(h.As(), new(alert.Id, alert.Version, "visto"), Ct);
        await Refused.WithAsync(() => desk.AcknowledgeAsync(h.As(), new(alert.Id, done.Version), Ct), PharmacyRules.AlertTransitionRefused);
    }

    [Fact]
    public async Task Unanswered_alerts_escalate_step_by_step_and_put_off_ones_come_back()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        await h.LotAsync(p, 20, expires: h.Site.DateOf(h.Clock.Now).PlusDays(20));
        await h.Get<AlertRules>().AddAsync(h.As(), new(AlertKind.Expiry, new(Escalations: [new(Duration.FromHours(1), Chief), new(Duration.FromHours(5), Chief)])), Ct);
        await h.ScanAsync();
        const string Job = "pharmacy.alert-escalation";
        await h.JobAsync(Job);
        Assert.Equal(AlertStatus.Open, Assert.Single(await h.AlertsAsync()).Status);
        h.Clock.Advance(Duration.FromHours(1));
        await Task.WhenAll(Apart.Run(() => h.JobAsync(Job)), Apart.Run(() => h.JobAsync(Job)));
        h.Clock.Advance(-Duration.FromMinutes(30));
        await h.JobAsync(Job);
        var once = Assert.Single(await h.AlertsAsync());
        Assert.Equal((AlertStatus.Escalated, 1), (once.Status, once.Level));
        var slept = await h.Get<AlertDesk>().SnoozeAsync(h.As(), new(once.Id, once.Version, h.Clock.Now + Duration.FromHours(8)), Ct);
        Assert.Equal(AlertStatus.Snoozed, slept.Status);
        h.Clock.Advance(Duration.FromHours(9));
        await h.JobAsync(Job);
        Assert.Equal(AlertStatus.Open, Assert.Single(await h.AlertsAsync()).Status);
        await h.JobAsync(Job);
        await h.JobAsync(Job);
        var twice = Assert.Single(await h.AlertsAsync());
        Assert.Equal((AlertStatus.Escalated, 2, (Instant?)null), (twice.Status, twice.Level, twice.Due));
        Assert.Equal(2, (await h.EventsAsync()).Count(e => e.Type == PharmacyEvents.AlertEscalated));
    }

    [Fact]
    public async Task A_clock_that_was_far_ahead_is_believed_again_when_it_is_right()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        await h.LotAsync(p, 20, expires: h.Site.DateOf(h.Clock.Now).PlusDays(60));
        await h.ScanAsync();
        h.Clock.Advance(Duration.FromDays(365));
        await h.ScanAsync();
        h.Clock.Advance(-Duration.FromDays(365));
        await h.ScanAsync();
        Assert.Equal(AlertSeverity.Notice, Assert.Single(await h.AlertsAsync(new() { Kind = AlertKind.Expiry, IsOver = false })).Cause.Severity);
        h.Clock.Advance(Duration.FromDays(60));
        await h.ScanAsync();
        Assert.Equal(AlertSeverity.Critical, Assert.Single(await h.AlertsAsync(new() { Kind = AlertKind.Expiry, IsOver = false })).Cause.Severity);
    }

    [Fact]
    public async Task Risk_and_unusual_days_are_told_with_their_figures()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        var lot = await h.LotAsync(p, 1000, expires: h.Site.DateOf(h.Clock.Now).PlusDays(200));
        for (var day = 0; day < 70; day++)
        {
            await h.Issuing.IssueAsync(h.As(), h.Issue(p, day == 69 ? 60 : 2, lot), Ct);
            h.Clock.Advance(Duration.FromDays(1));
        }

        await h.ScanAsync();
        var alerts = await h.AlertsAsync();
        var unusual = Assert.Single(alerts, a => a.Cause.Kind == AlertKind.UnusualConsumption).Cause;
        Assert.Equal(("60", "2", "9"), (Fact(unusual, "used"), Fact(unusual, "median"), Fact(unusual, "sample")));
        Assert.Equal(10, unusual.Evidence.Count);
        var risk = Assert.Single(alerts, a => a.Cause.Kind == AlertKind.ExpiryRisk).Cause;
        // 198 in 71 days with stock (the first is today's own); 131 days to go.
        Assert.Equal("802", Fact(risk, "onHand"));
        Assert.Equal(Math.Floor(802 - (131m * 198 / 70)), decimal.Parse(Fact(risk, "atRisk"), System.Globalization.CultureInfo.InvariantCulture));
        h.Clock.Advance(Duration.FromDays(8));
        await h.ScanAsync();
        Assert.Equal(AlertEnd.CauseGone, Assert.Single(await h.AlertsAsync(new() { Kind = AlertKind.UnusualConsumption })).ToSnapshot().End);
    }

    [Fact]
    public async Task Discrepancies_left_open_are_told_once_and_badges_count_for_the_department()
    {
        var open = new Discrepancies();
        var h = new Hospital(more: s => s.AddSingleton<IOpenDiscrepancies>(open));
        open.All.Add(new("ticket/1", "ReturnDiffers", h.Clock.Now - Duration.FromDays(4), h.WardDepartment));
        open.All.Add(new("ticket/2", "Difference", h.Clock.Now - Duration.FromDays(1), h.WardDepartment));
        await h.ScanAsync();
        await h.ScanAsync();
        Assert.Equal("discrepancy/ticket/1", Assert.Single(await h.AlertsAsync()).Cause.Key);
        var other = new Actor(Hospital.Id<PersonId>(40), [Role.Nurse], [h.PharmacyDepartment]);
        Assert.Equal([new AlertBadge(AlertKind.DiscrepancyOpen, AlertSeverity.Warning, 1)], await h.Get<AlertInquiries>().BadgesAsync(h.Tenant, h.Nurse, Ct));
        Assert.Empty(await h.Get<AlertInquiries>().BadgesAsync(h.Tenant, other, Ct));
        open.All.Clear();
        await h.ScanAsync();
        Assert.Empty(await h.AlertsAsync(new() { IsOver = false }));
    }

    private static string Fact(AlertCause cause, string name) => cause.Facts.Single(f => f.Name == name).Value;
}
