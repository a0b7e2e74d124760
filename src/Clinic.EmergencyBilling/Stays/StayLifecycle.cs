using Stateless;
using Status = Clinic.EmergencyBilling.Stays.StayStatus;
using Trigger = Clinic.EmergencyBilling.Stays.StayTrigger;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>The whole machine of a stay on its way to a settled bill.</summary>
public static class StayLifecycle
{
    /// <summary>The status after a trigger.</summary>
    /// <exception cref="EmergencyBillingException">The trigger is not allowed in this status; the text says what is.</exception>
    public static Status Next(Status status, Trigger trigger) =>
        Machine(status).To(trigger, EmergencyBillingRules.StayTransitionRefused, ("machine", "stay"));

    /// <summary>The triggers allowed in a status, in a fixed order.</summary>
    public static IReadOnlyList<Trigger> Allowed(Status status) => Machine(status).Allowed();

    private static StateMachine<Status, Trigger> Machine(Status status)
    {
        var machine = new StateMachine<Status, Trigger>(status);
        machine.Configure(Status.Registered)
            .Permit(Trigger.Start, Status.Running)
            .Permit(Trigger.Cancel, Status.Cancelled)
            .Permit(Trigger.EnterInError, Status.EnteredInError);
        machine.Configure(Status.Running)
            .Permit(Trigger.Pause, Status.Paused)
            .Permit(Trigger.Close, Status.Closed)
            .Permit(Trigger.Abandon, Status.Closed)
            .PermitReentry(Trigger.ChangeAcuity)
            .PermitReentry(Trigger.ChangePayer)
            .PermitReentry(Trigger.AddCarveOut)
            .PermitReentry(Trigger.Transfer)
            .Permit(Trigger.EnterInError, Status.EnteredInError);
        machine.Configure(Status.Paused)
            .Permit(Trigger.Resume, Status.Running)
            .Permit(Trigger.Close, Status.Closed)
            .Permit(Trigger.Abandon, Status.Closed)
            .PermitReentry(Trigger.ChangeAcuity)
            .PermitReentry(Trigger.AddCarveOut)
            .Permit(Trigger.EnterInError, Status.EnteredInError);
        machine.Configure(Status.Closed)
            .Permit(Trigger.Reopen, Status.Running)
            .PermitReentry(Trigger.CorrectTime)
            .PermitReentry(Trigger.AddCarveOut)
            .Permit(Trigger.Invoice, Status.Invoiced)
            .Permit(Trigger.MarkNotBillable, Status.NotBillable)
            .Permit(Trigger.EnterInError, Status.EnteredInError);
        machine.Configure(Status.Invoiced)
            .Permit(Trigger.Settle, Status.Settled)
            .Permit(Trigger.Credit, Status.Credited);
        machine.Configure(Status.Settled)
            .Permit(Trigger.Credit, Status.Credited);
        machine.Configure(Status.Credited)
            .Permit(Trigger.Reopen, Status.Running)
            .Permit(Trigger.CorrectTime, Status.Closed)
            .Permit(Trigger.MarkNotBillable, Status.NotBillable);
        machine.Configure(Status.NotBillable)
            .Permit(Trigger.Reopen, Status.Running);
        return machine;
    }
}
