using Stateless;

namespace Clinic.Pharmacy.Alerts;

/// <summary>The whole machine of an alert; resolved is its end.</summary>
public static class AlertLifecycle
{
    /// <summary>The status after a trigger.</summary>
    /// <exception cref="PharmacyException">The trigger is not allowed in this status; the text says what is.</exception>
    public static AlertStatus Next(AlertId alert, AlertStatus status, AlertTrigger trigger) =>
        Machine(status).To(trigger, PharmacyRules.AlertTransitionRefused, ("alert", alert));

    /// <summary>The triggers allowed in a status, in a fixed order.</summary>
    public static IReadOnlyList<AlertTrigger> Allowed(AlertStatus status) => Machine(status).Allowed();

    private static StateMachine<AlertStatus, AlertTrigger> Machine(AlertStatus status)
    {
        var machine = new StateMachine<AlertStatus, AlertTrigger>(status);
        machine.Configure(AlertStatus.Open)
            .Permit(AlertTrigger.Acknowledge, AlertStatus.Acknowledged)
            .Permit(AlertTrigger.Snooze, AlertStatus.Snoozed)
            .Permit(AlertTrigger.Escalate, AlertStatus.Escalated)
            .Permit(AlertTrigger.Resolve, AlertStatus.Resolved);
        machine.Configure(AlertStatus.Escalated)
            .Permit(AlertTrigger.Acknowledge, AlertStatus.Acknowledged)
            .Permit(AlertTrigger.Snooze, AlertStatus.Snoozed)
            .PermitReentry(AlertTrigger.Escalate)
            .Permit(AlertTrigger.Resolve, AlertStatus.Resolved);
        machine.Configure(AlertStatus.Acknowledged)
            .Permit(AlertTrigger.Snooze, AlertStatus.Snoozed)
            .Permit(AlertTrigger.Resolve, AlertStatus.Resolved);
        machine.Configure(AlertStatus.Snoozed)
            .Permit(AlertTrigger.Acknowledge, AlertStatus.Acknowledged)
            .PermitReentry(AlertTrigger.Snooze)
            .Permit(AlertTrigger.Wake, AlertStatus.Open)
            .Permit(AlertTrigger.Resolve, AlertStatus.Resolved);
        machine.Configure(AlertStatus.Resolved);
        return machine;
    }
}
