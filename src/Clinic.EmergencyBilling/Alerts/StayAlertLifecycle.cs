using Stateless;
using Status = Clinic.EmergencyBilling.Alerts.StayAlertStatus;
using Trigger = Clinic.EmergencyBilling.Alerts.StayAlertTrigger;

namespace Clinic.EmergencyBilling.Alerts;

/// <summary>The whole machine of an alert of a stay.</summary>
public static class StayAlertLifecycle
{
    /// <summary>The status after a trigger.</summary>
    /// <exception cref="EmergencyBillingException">The trigger is not allowed in this status; the text says what is.</exception>
    public static Status Next(Status status, Trigger trigger) =>
        Machine(status).To(trigger, EmergencyBillingRules.StayAlertTransitionRefused);

    /// <summary>The triggers allowed in a status, in a fixed order.</summary>
    public static IReadOnlyList<Trigger> Allowed(Status status) => Machine(status).Allowed();

    private static StateMachine<Status, Trigger> Machine(Status status)
    {
        var machine = new StateMachine<Status, Trigger>(status);
        machine.Configure(Status.Open)
            .PermitReentry(Trigger.Escalate)
            .Permit(Trigger.Acknowledge, Status.Acknowledged)
            .Permit(Trigger.Clear, Status.Cleared);
        machine.Configure(Status.Acknowledged)
            .Permit(Trigger.Clear, Status.Cleared);
        return machine;
    }
}
