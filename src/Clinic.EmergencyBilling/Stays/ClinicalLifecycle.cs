using Stateless;
using Status = Clinic.EmergencyBilling.Stays.ClinicalStatus;
using Trigger = Clinic.EmergencyBilling.Stays.ClinicalTrigger;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>The machine of care; it knows nothing of billing, so that billing never holds a patient up.</summary>
public static class ClinicalLifecycle
{
    /// <summary>The status after a trigger.</summary>
    /// <exception cref="EmergencyBillingException">The trigger is not allowed in this status; the text says what is.</exception>
    public static Status Next(Status status, Trigger trigger) =>
        Machine(status).To(trigger, EmergencyBillingRules.StayTransitionRefused, ("machine", "care"));

    /// <summary>The triggers allowed in a status, in a fixed order.</summary>
    public static IReadOnlyList<Trigger> Allowed(Status status) => Machine(status).Allowed();

    private static StateMachine<Status, Trigger> Machine(Status status)
    {
        var machine = new StateMachine<Status, Trigger>(status);
        machine.Configure(Status.Registered)
            .Permit(Trigger.Triage, Status.Triaged)
            .Permit(Trigger.BeginTreatment, Status.InTreatment)
            .Permit(Trigger.Depart, Status.Departed)
            .Permit(Trigger.Cancel, Status.Cancelled);
        machine.Configure(Status.Triaged)
            .PermitReentry(Trigger.Triage)
            .Permit(Trigger.BeginTreatment, Status.InTreatment)
            .Permit(Trigger.AwaitDisposition, Status.AwaitingDisposition)
            .Permit(Trigger.Depart, Status.Departed)
            .Permit(Trigger.Cancel, Status.Cancelled);
        machine.Configure(Status.InTreatment)
            .Permit(Trigger.AwaitDisposition, Status.AwaitingDisposition)
            .Permit(Trigger.Depart, Status.Departed);
        machine.Configure(Status.AwaitingDisposition)
            .Permit(Trigger.BeginTreatment, Status.InTreatment)
            .Permit(Trigger.Depart, Status.Departed);
        machine.Configure(Status.Departed)
            .Permit(Trigger.Return, Status.InTreatment);
        return machine;
    }
}
