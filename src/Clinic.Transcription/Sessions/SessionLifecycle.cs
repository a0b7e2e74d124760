using Stateless;
using Status = Clinic.Transcription.Sessions.SessionStatus;
using Trigger = Clinic.Transcription.Sessions.SessionTrigger;

namespace Clinic.Transcription.Sessions;

/// <summary>The whole machine of a session, from consent to the end of its transcript.</summary>
public static class SessionLifecycle
{
    /// <summary>The status after a trigger.</summary>
    /// <exception cref="TranscriptionException">The trigger is not allowed in this status; the text says what is.</exception>
    public static Status Next(Status status, Trigger trigger) =>
        Machine(status).To(trigger, TranscriptionRules.SessionTransitionRefused);

    /// <summary>The triggers allowed in a status, in a fixed order.</summary>
    public static IReadOnlyList<Trigger> Allowed(Status status) => Machine(status).Allowed();

    /// <summary>Whether nothing but a withdrawal can happen any more.</summary>
    public static bool IsOver(Status status) => status is Status.Cancelled or Status.ConsentWithdrawn or Status.Purged;

    private static StateMachine<Status, Trigger> Machine(Status status)
    {
        var machine = new StateMachine<Status, Trigger>(status);
        machine.Configure(Status.Created)
            .Permit(Trigger.GrantConsent, Status.Ready)
            .Permit(Trigger.RefuseConsent, Status.Cancelled)
            .Permit(Trigger.Cancel, Status.Cancelled)
            .Permit(Trigger.WithdrawConsent, Status.ConsentWithdrawn);
        machine.Configure(Status.Ready)
            .PermitReentry(Trigger.GrantConsent)
            .PermitReentry(Trigger.NarrowConsent)
            .Permit(Trigger.RefuseConsent, Status.Cancelled)
            .Permit(Trigger.StartRecording, Status.Recording)
            .PermitReentry(Trigger.BeginImport)
            .Permit(Trigger.ImportAudio, Status.Captured)
            .Permit(Trigger.BringTranscript, Status.Transcribed)
            .Permit(Trigger.FindNoSpeech, Status.NoSpeech)
            .Permit(Trigger.RetentionExpired, Status.Purged)
            .Permit(Trigger.Cancel, Status.Cancelled)
            .Permit(Trigger.WithdrawConsent, Status.ConsentWithdrawn);
        machine.Configure(Status.Recording)
            .PermitReentry(Trigger.GrantConsent)
            .PermitReentry(Trigger.NarrowConsent)
            .Permit(Trigger.Pause, Status.Paused)
            .Permit(Trigger.Stop, Status.Captured)
            .Permit(Trigger.CaptureLost, Status.Captured)
            .Permit(Trigger.Cancel, Status.Cancelled)
            .Permit(Trigger.WithdrawConsent, Status.ConsentWithdrawn);
        machine.Configure(Status.Paused)
            .PermitReentry(Trigger.GrantConsent)
            .PermitReentry(Trigger.NarrowConsent)
            .Permit(Trigger.Resume, Status.Recording)
            .Permit(Trigger.Stop, Status.Captured)
            .Permit(Trigger.CaptureLost, Status.Captured)
            .Permit(Trigger.Cancel, Status.Cancelled)
            .Permit(Trigger.WithdrawConsent, Status.ConsentWithdrawn);
        machine.Configure(Status.Captured)
            .PermitReentry(Trigger.GrantConsent)
            .PermitReentry(Trigger.NarrowConsent)
            .Permit(Trigger.BeginTranscription, Status.Transcribing)
            .Permit(Trigger.BringTranscript, Status.Transcribed)
            .PermitReentry(Trigger.AudioErased)
            .Permit(Trigger.RetentionExpired, Status.Purged)
            .Permit(Trigger.Cancel, Status.Cancelled)
            .Permit(Trigger.WithdrawConsent, Status.ConsentWithdrawn);
        machine.Configure(Status.Transcribing)
            .PermitReentry(Trigger.GrantConsent)
            .PermitReentry(Trigger.NarrowConsent)
            .Permit(Trigger.TranscriptReady, Status.Transcribed)
            .Permit(Trigger.FindNoSpeech, Status.NoSpeech)
            .Permit(Trigger.Fail, Status.Captured)
            .Permit(Trigger.GiveUp, Status.TranscriptionFailed)
            .Permit(Trigger.Cancel, Status.Cancelled)
            .Permit(Trigger.WithdrawConsent, Status.ConsentWithdrawn);
        machine.Configure(Status.Transcribed)
            .PermitReentry(Trigger.GrantConsent)
            .PermitReentry(Trigger.NarrowConsent)
            .PermitReentry(Trigger.HearAnew)
            .PermitReentry(Trigger.HeardAnew)
            .PermitReentry(Trigger.KeepText)
            .PermitReentry(Trigger.AudioErased)
            .Permit(Trigger.RetentionExpired, Status.Purged)
            .Permit(Trigger.Cancel, Status.Cancelled)
            .Permit(Trigger.WithdrawConsent, Status.ConsentWithdrawn);
        machine.Configure(Status.NoSpeech)
            .PermitReentry(Trigger.GrantConsent)
            .PermitReentry(Trigger.NarrowConsent)
            .Permit(Trigger.Retry, Status.Captured)
            .Permit(Trigger.BringTranscript, Status.Transcribed)
            .PermitReentry(Trigger.AudioErased)
            .Permit(Trigger.RetentionExpired, Status.Purged)
            .Permit(Trigger.Cancel, Status.Cancelled)
            .Permit(Trigger.WithdrawConsent, Status.ConsentWithdrawn);
        machine.Configure(Status.TranscriptionFailed)
            .PermitReentry(Trigger.GrantConsent)
            .PermitReentry(Trigger.NarrowConsent)
            .Permit(Trigger.Retry, Status.Captured)
            .Permit(Trigger.BringTranscript, Status.Transcribed)
            .PermitReentry(Trigger.AudioErased)
            .Permit(Trigger.RetentionExpired, Status.Purged)
            .Permit(Trigger.Cancel, Status.Cancelled)
            .Permit(Trigger.WithdrawConsent, Status.ConsentWithdrawn);
        machine.Configure(Status.Cancelled)
            .PermitReentry(Trigger.AudioErased)
            .Permit(Trigger.WithdrawConsent, Status.ConsentWithdrawn);
        machine.Configure(Status.ConsentWithdrawn)
            .PermitReentry(Trigger.AudioErased);
        machine.Configure(Status.Purged)
            .PermitReentry(Trigger.AudioErased)
            .Permit(Trigger.WithdrawConsent, Status.ConsentWithdrawn);
        return machine;
    }
}
