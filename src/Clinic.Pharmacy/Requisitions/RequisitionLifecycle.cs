using Stateless;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>The whole machine of a requisition; what has left is never cancelled, only received or written off.</summary>
public static class RequisitionLifecycle
{
    /// <summary>The status after a trigger.</summary>
    /// <param name="requisition">Which one, for the refusal.</param>
    /// <param name="status">Where it stands.</param>
    /// <param name="suspendedFrom">Where it was paused; null unless it is suspended.</param>
    /// <param name="trigger">What moves it.</param>
    /// <exception cref="PharmacyException">The trigger is not allowed in this status; the text says what is.</exception>
    public static RequisitionStatus Next(RequisitionId requisition, RequisitionStatus status, RequisitionStatus? suspendedFrom, RequisitionTrigger trigger) =>
        Machine(status, suspendedFrom).To(trigger, PharmacyRules.RequisitionTransitionRefused, ("requisition", requisition));

    /// <summary>The triggers allowed in a status, in a fixed order.</summary>
    public static IReadOnlyList<RequisitionTrigger> Allowed(RequisitionStatus status, RequisitionStatus? suspendedFrom) => Machine(status, suspendedFrom).Allowed();

    private static StateMachine<RequisitionStatus, RequisitionTrigger> Machine(RequisitionStatus status, RequisitionStatus? suspendedFrom)
    {
        var machine = new StateMachine<RequisitionStatus, RequisitionTrigger>(status);
        machine.Configure(RequisitionStatus.Draft)
            .PermitReentry(RequisitionTrigger.Change)
            .Permit(RequisitionTrigger.Submit, RequisitionStatus.Submitted)
            .Permit(RequisitionTrigger.Cancel, RequisitionStatus.Cancelled);
        machine.Configure(RequisitionStatus.Submitted)
            .Permit(RequisitionTrigger.Approve, RequisitionStatus.Approved)
            .Permit(RequisitionTrigger.Reject, RequisitionStatus.Rejected)
            .Permit(RequisitionTrigger.Return, RequisitionStatus.Returned)
            .Permit(RequisitionTrigger.Suspend, RequisitionStatus.Suspended)
            .Permit(RequisitionTrigger.Cancel, RequisitionStatus.Cancelled);
        machine.Configure(RequisitionStatus.Returned)
            .Permit(RequisitionTrigger.Change, RequisitionStatus.Draft)
            .Permit(RequisitionTrigger.Submit, RequisitionStatus.Submitted)
            .Permit(RequisitionTrigger.Cancel, RequisitionStatus.Cancelled);
        machine.Configure(RequisitionStatus.Approved)
            .Permit(RequisitionTrigger.Pick, RequisitionStatus.Picking)
            .Permit(RequisitionTrigger.Suspend, RequisitionStatus.Suspended)
            .Permit(RequisitionTrigger.Cancel, RequisitionStatus.Cancelled);
        machine.Configure(RequisitionStatus.Picking)
            .Permit(RequisitionTrigger.Dispatch, RequisitionStatus.Dispatched)
            .Permit(RequisitionTrigger.Suspend, RequisitionStatus.Suspended)
            .Permit(RequisitionTrigger.Cancel, RequisitionStatus.Cancelled);
        machine.Configure(RequisitionStatus.Dispatched)
            .PermitReentry(RequisitionTrigger.Dispatch)
            .PermitReentry(RequisitionTrigger.CloseRest)
            .Permit(RequisitionTrigger.Receive, RequisitionStatus.Received)
            .Permit(RequisitionTrigger.WriteOff, RequisitionStatus.Received);
        machine.Configure(RequisitionStatus.Received)
            .Permit(RequisitionTrigger.Dispatch, RequisitionStatus.Dispatched)
            .PermitReentry(RequisitionTrigger.CloseRest)
            .PermitReentry(RequisitionTrigger.Receive)
            .PermitReentry(RequisitionTrigger.WriteOff)
            .Permit(RequisitionTrigger.Complete, RequisitionStatus.Completed);
        machine.Configure(RequisitionStatus.Suspended)
            .PermitIf(RequisitionTrigger.Resume, RequisitionStatus.Submitted, () => suspendedFrom == RequisitionStatus.Submitted, "paused while submitted")
            .PermitIf(RequisitionTrigger.Resume, RequisitionStatus.Approved, () => suspendedFrom == RequisitionStatus.Approved, "paused while approved")
            .PermitIf(RequisitionTrigger.Resume, RequisitionStatus.Picking, () => suspendedFrom == RequisitionStatus.Picking, "paused while picking")
            .Permit(RequisitionTrigger.Cancel, RequisitionStatus.Cancelled);
        machine.Configure(RequisitionStatus.Rejected);
        machine.Configure(RequisitionStatus.Completed);
        machine.Configure(RequisitionStatus.Cancelled);
        return machine;
    }
}
