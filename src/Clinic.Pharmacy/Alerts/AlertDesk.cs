using Clinic.Abstractions;
using Clinic.Pharmacy.Rights;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Alerts;

/// <summary>Answers alerts: acknowledge, put off, close.</summary>
public sealed class AlertDesk
{
    private readonly IUnitOfWork work;
    private readonly IAlertStore alerts;
    private readonly AlertOptions options;

    internal AlertDesk(IUnitOfWork work, IAlertStore alerts, AlertOptions options)
    {
        this.work = work;
        this.alerts = alerts;
        this.options = options;
    }

    /// <summary>Says that somebody saw it and looks after it.</summary>
    /// <exception cref="PharmacyException">It is unknown, was changed since, or does not allow it.</exception>
    public Task<AlertAnswer> AcknowledgeAsync(CommandContext x, AcknowledgeAlert command, CancellationToken cancellationToken = default) =>
        ActAsync(x, command, command.Alert, command.Version, command.Note, (a, unit) => a.Acknowledge(x.Actor.Person, unit.Now, command.Note), "alert.acknowledged", cancellationToken);

    /// <summary>Puts it off.</summary>
    /// <exception cref="PharmacyException">It is unknown, was changed since, or the time is not ahead or too far.</exception>
    public Task<AlertAnswer> SnoozeAsync(CommandContext x, SnoozeAlert command, CancellationToken cancellationToken = default) =>
        ActAsync(x, command, command.Alert, command.Version, command.Note,
            (a, unit) => a.Snooze(x.Actor.Person, unit.Now, command.Until, options.LongestSnoozeDays, command.Note), "alert.snoozed", cancellationToken);

    /// <summary>Closes it; while its cause lasts it is not raised again.</summary>
    /// <exception cref="PharmacyException">It is unknown, was changed since, or is over.</exception>
    public Task<AlertAnswer> ResolveAsync(CommandContext x, ResolveAlert command, CancellationToken cancellationToken = default) =>
        ActAsync(x, command, command.Alert, command.Version, command.Note, (a, unit) => a.Close(x.Actor.Person, unit.Now, command.Note), "alert.resolved", cancellationToken);

    private Task<AlertAnswer> ActAsync(
        CommandContext x, PharmacyCommand<AlertAnswer> command, AlertId id, long version, string? note, Func<Alert, IUnit, Alert> act, string action,
        CancellationToken cancellationToken) =>
        work.RunAsync(x, command, async (unit, ct) =>
        {
            var failures = new Failures();
            PharmacyRights.CheckRole(failures, x.Actor, PharmacyAct.AnswerAlert);
            failures.OptionalText("note", note, 500);
            var alert = await alerts.FindAsync(x.Tenant, id, ct).ConfigureAwait(false) ?? throw failures.With(PharmacyRules.AlertUnknown, ("alert", id));
            VersionCheck.Same(failures, "alert", version, alert.Version);
            CheckDepartment(failures, x.Actor, alert.Cause.About);
            failures.ThrowIfAny();
            var next = act(alert, unit);
            alerts.Save(unit, next);
            unit.Audit(action, next.Fact, next.Cause.Kind.ToString());
            return new AlertAnswer(next.Id, next.Status, next.Version);
        }, cancellationToken);

    // What is about a site as a whole belongs to whoever may answer alerts at all.
    private static void CheckDepartment(Failures failures, Actor actor, AlertPlace about)
    {
        if (about.Department is not { } department || actor.HasAny(Role.Supervisor, Role.System) || actor.Departments.Contains(department)) return;
        failures.Add(PharmacyRules.DepartmentMissing, ("action", PharmacyAct.AnswerAlert), ("location", about.Location?.ToString() ?? "-"), ("department", department));
    }
}
