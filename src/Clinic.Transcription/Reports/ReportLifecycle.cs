using Stateless;
using Status = Clinic.Transcription.Reports.ReportStatus;
using Trigger = Clinic.Transcription.Reports.ReportTrigger;

namespace Clinic.Transcription.Reports;

/// <summary>The whole machine of a report, from a draft to the clinical record.</summary>
public static class ReportLifecycle
{
    /// <summary>The status after a trigger.</summary>
    /// <exception cref="TranscriptionException">The trigger is not allowed in this status; the text says what is.</exception>
    public static Status Next(Status status, Trigger trigger) =>
        Machine(status).To(trigger, TranscriptionRules.ReportTransitionRefused);

    /// <summary>The triggers allowed in a status, in a fixed order.</summary>
    public static IReadOnlyList<Trigger> Allowed(Status status) => Machine(status).Allowed();

    /// <summary>Whether a report in this status was signed once.</summary>
    public static bool IsSigned(Status status) => status is Status.Signed or Status.FilingFailed or Status.Filed or Status.EnteredInError;

    private static StateMachine<Status, Trigger> Machine(Status status)
    {
        var machine = new StateMachine<Status, Trigger>(status);
        machine.Configure(Status.Drafting)
            .Permit(Trigger.DraftReady, Status.InReview)
            .Permit(Trigger.DraftFailed, Status.DraftFailed)
            .Permit(Trigger.Erase, Status.Erased);
        machine.Configure(Status.DraftFailed)
            .Permit(Trigger.Retry, Status.Drafting)
            .Permit(Trigger.UseOfflineDrafter, Status.Drafting)
            .Permit(Trigger.WriteManually, Status.InReview)
            .Permit(Trigger.Erase, Status.Erased);
        machine.Configure(Status.InReview)
            .PermitReentry(Trigger.Edit)
            .Permit(Trigger.Reject, Status.Rejected)
            .Permit(Trigger.Sign, Status.Signed)
            .Permit(Trigger.Erase, Status.Erased);
        machine.Configure(Status.Rejected)
            .Permit(Trigger.Redraft, Status.Drafting)
            .Permit(Trigger.Erase, Status.Erased);
        machine.Configure(Status.Signed)
            .Permit(Trigger.File, Status.Filed)
            .Permit(Trigger.FilingFailed, Status.FilingFailed);
        machine.Configure(Status.FilingFailed)
            .PermitReentry(Trigger.FilingFailed)
            .Permit(Trigger.RetryFile, Status.Filed);
        machine.Configure(Status.Filed)
            .PermitReentry(Trigger.Amend)
            .PermitReentry(Trigger.Addendum)
            .Permit(Trigger.MarkEnteredInError, Status.EnteredInError);
        return machine;
    }
}
