using Clinic.Dispensing.Dispensations;
using Stateless;
using Status = Clinic.Dispensing.Closing.AccountabilityStatus;
using Trigger = Clinic.Dispensing.Closing.AccountabilityTrigger;

namespace Clinic.Dispensing.Closing;

/// <summary>The whole machine of accountability; it opens at the first hand-over, whatever the dispense status.</summary>
public static class AccountabilityLifecycle
{
    /// <summary>The status after a trigger.</summary>
    /// <exception cref="DispensingException">The trigger is not allowed in this status with these facts; the text says what is.</exception>
    public static Status Next(Status status, Trigger trigger, AccountabilityFacts facts)
    {
        var machine = Machine(status, facts);
        if (!machine.CanFire(trigger, out var unmet)) throw new DispensingException([Transitions.Refused("accountability", status, trigger, Allowed(status, facts), unmet)]);
        machine.Fire(trigger);
        return machine.State;
    }

    /// <summary>The triggers allowed in a status with these facts, in a fixed order.</summary>
    public static IReadOnlyList<Trigger> Allowed(Status status, AccountabilityFacts facts) => Machine(status, facts).Allowed();

    private static StateMachine<Status, Trigger> Machine(Status status, AccountabilityFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        const string Last = "no other ticket under review", NotLast = "another ticket under review";
        const string Settled = "nothing keeps it open", Unsettled = "something keeps it open";
        const string Equal = "no difference booked", Unequal = "a difference booked";

        var machine = new StateMachine<Status, Trigger>(status);
        machine.Configure(Status.None)
            .Permit(Trigger.HandOver, Status.Open);
        machine.Configure(Status.Open)
            .PermitReentry(Trigger.HandOver)
            .PermitReentry(Trigger.RecordDose)
            .Permit(Trigger.RecordDoseBeyond, Status.UnderReview)
            .PermitReentry(Trigger.CorrectDose)
            .PermitReentry(Trigger.DeclareReturn)
            .PermitReentry(Trigger.ConfirmReturn)
            .PermitReentry(Trigger.RecordWaste)
            .PermitReentry(Trigger.AddEvidence)
            .PermitReentry(Trigger.ResolveExplained)
            .Permit(Trigger.FinishUse, Status.ToReconcile)
            .Permit(Trigger.Overdue, Status.ToReconcile);
        machine.Configure(Status.ToReconcile)
            .Permit(Trigger.HandOver, Status.Open)
            .PermitReentry(Trigger.RecordDose)
            .Permit(Trigger.RecordDoseBeyond, Status.UnderReview)
            .PermitReentry(Trigger.CorrectDose)
            .PermitReentry(Trigger.DeclareReturn)
            .PermitReentry(Trigger.ConfirmReturn)
            .PermitReentry(Trigger.RecordWaste)
            .PermitReentry(Trigger.AddEvidence)
            .PermitReentry(Trigger.ResolveExplained)
            .PermitIf(Trigger.Close, Status.Closed, () => !facts.HasDifference, Equal)
            .PermitIf(Trigger.Close, Status.ClosedWithDifference, () => facts.HasDifference, Unequal)
            .Permit(Trigger.RaiseDiscrepancy, Status.UnderReview);
        machine.Configure(Status.UnderReview)
            .PermitReentry(Trigger.HandOver)
            .PermitReentry(Trigger.RecordDose)
            .PermitReentry(Trigger.RecordDoseBeyond)
            .PermitReentry(Trigger.CorrectDose)
            .PermitReentry(Trigger.DeclareReturn)
            .PermitReentry(Trigger.ConfirmReturn)
            .PermitReentry(Trigger.RecordWaste)
            .PermitReentry(Trigger.AddEvidence)
            .PermitIf(Trigger.ResolveExplained, Status.ToReconcile, () => !facts.OthersUnderReview, Last)
            .PermitReentryIf(Trigger.ResolveExplained, () => facts.OthersUnderReview, NotLast)
            .PermitIf(Trigger.ResolveUnexplained, Status.ClosedWithDifference, () => facts.IsSettled, Settled)
            .PermitIf(Trigger.ResolveUnexplained, Status.ToReconcile, () => !facts.IsSettled && !facts.OthersUnderReview, $"{Unsettled}, {Last}")
            .PermitReentryIf(Trigger.ResolveUnexplained, () => !facts.IsSettled && facts.OthersUnderReview, $"{Unsettled}, {NotLast}");
        machine.Configure(Status.Closed)
            .Permit(Trigger.Reopen, Status.ToReconcile);
        machine.Configure(Status.ClosedWithDifference);
        return machine;
    }
}
