using System.Globalization;
using Clinic.Abstractions;
using Clinic.EmergencyBilling.Rights;
using NodaTime;

namespace Clinic.EmergencyBilling.Alerts;

/// <summary>Answers alerts of stays, and says what a site is warned of.</summary>
public sealed class StayAlertDesk
{
    private const int MostRules = 50;

    private readonly IUnitOfWork work;
    private readonly IStayAlertStore alerts;
    private readonly IStayAlertRuleStore rules;
    private readonly IPersonDirectory people;

    internal StayAlertDesk(IUnitOfWork work, IStayAlertStore alerts, IStayAlertRuleStore rules, IPersonDirectory people)
    {
        this.work = work;
        this.alerts = alerts;
        this.rules = rules;
        this.people = people;
    }

    /// <summary>Says that somebody looks after an alert; nobody else is told of it.</summary>
    /// <exception cref="EmergencyBillingException">It is unknown, answered or over, or the role is missing.</exception>
    public Task<StayAlertAnswer> AcknowledgeAsync(CommandContext x, AcknowledgeStayAlert command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Writes the next version of the rules of the site; the job looks at every open stay again.</summary>
    /// <exception cref="EmergencyBillingException">Rules are malformed, the version is stale, or the role is missing; every failure is named.</exception>
    public Task<StayAlertRulesAnswer> SetRulesAsync(CommandContext x, SetStayAlertRules command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    private async Task<StayAlertAnswer> StageAsync(IUnit unit, AcknowledgeStayAlert command, CancellationToken ct)
    {
        var x = unit.Context;
        var failures = new Failures();
        EmergencyRights.CheckRole(failures, x.Actor, EmergencyAct.AnswerAlerts);
        failures.OptionalText("note", command.Note, 500);
        var before = command.Alert == default ? null : await alerts.HoldingAsync(x.Tenant, command.Alert, ct).ConfigureAwait(false);
        if (before is null || before.Site != x.Site) throw failures.With(EmergencyBillingRules.StayAlertUnknown, ("alert", command.Alert));
        var alert = before.Alerts.First(a => a.Id == command.Alert);
        failures.Require(StayAlertLifecycle.Allowed(alert.Status).Contains(StayAlertTrigger.Acknowledge), EmergencyBillingRules.StayAlertTransitionRefused,
            ("status", alert.Status), ("trigger", StayAlertTrigger.Acknowledge), ("allowed", Moves.Text(StayAlertLifecycle.Allowed(alert.Status))));
        failures.ThrowIfAny();
        var after = before.Acknowledge(command.Alert, x.Actor.Person, unit.Now, command.Note);
        alerts.Save(unit, before, after);
        unit.Audit("stay-alert.acknowledged", before.Fact, string.Create(CultureInfo.InvariantCulture, $"{alert.Code}, level {alert.Level}"));
        return new(command.Alert, before.Stay, StayAlertStatus.Acknowledged);
    }

    private async Task<StayAlertRulesAnswer> StageAsync(IUnit unit, SetStayAlertRules command, CancellationToken ct)
    {
        var x = unit.Context;
        var failures = new Failures();
        EmergencyRights.CheckRole(failures, x.Actor, EmergencyAct.SetAlertRules);
        failures.Text("reason", command.Reason, 500);
        var found = (await rules.FindAsync(x.Tenant, x.Site, null, ct).ConfigureAwait(false))?.Version ?? 0;
        failures.Require(command.Version == found, EmergencyBillingRules.StaleVersion, ("kind", "alerts"), ("asked", command.Version), ("found", found));
        var after = command.EscalateAfter ?? StayAlertRules.UsualEscalation;
        failures.Field("escalateAfter", after >= Duration.FromMinutes(1) && after <= Duration.FromDays(7), after, "1 minute to 7 days");
        failures.Field("rules", command.Rules.Count <= MostRules, command.Rules.Count, $"at most {MostRules} levels");
        await CheckTargetsAsync(x.Tenant, command.Rules, failures, ct).ConfigureAwait(false);
        AlertPlan.Check(command.Rules, failures);
        failures.ThrowIfAny();
        var next = new StayAlertRules(x.Site, found + 1, command.Rules, after, x.Actor.Person, unit.Now, command.Reason);
        rules.Add(unit, next);
        alerts.Hurry(unit, x.Site, unit.Now);
        unit.Audit("stay-alert-rules.set", next.Fact, string.Create(CultureInfo.InvariantCulture, $"version {next.Version}, {next.Rules.Count} levels"));
        return new(next.Version, next.Rules.Count);
    }

    private async Task CheckTargetsAsync(TenantId tenant, IReadOnlyList<AlertRule> rules, Failures failures, CancellationToken ct)
    {
        foreach (var target in rules.SelectMany(r => r.Escalation).Distinct(StringComparer.Ordinal).Take(MostRules))
        {
            if (Enum.GetNames<Role>().Any(r => r != nameof(Role.System) && string.Equals(r, target, StringComparison.OrdinalIgnoreCase))) continue;
            var known = PersonId.TryParse(target, out var person) && await people.FindAsync(tenant, person, ct).ConfigureAwait(false) is { IsRetired: false };
            failures.Require(known, EmergencyBillingRules.AlertTargetUnknown, ("found", known ? target : $"{target?.Length ?? 0} characters"));
        }
    }
}
