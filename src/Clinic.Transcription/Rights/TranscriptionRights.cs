using Clinic.Abstractions;

namespace Clinic.Transcription.Rights;

/// <summary>Which roles may do what.</summary>
public static class TranscriptionRights
{
    private static readonly Dictionary<TranscriptionAct, Role[]> Allowed = new()
    {
        [TranscriptionAct.ReadSessions] = [Role.Physician, Role.Assistant, Role.Supervisor, Role.Auditor],
        [TranscriptionAct.ReviewReport] = [Role.Physician],
        [TranscriptionAct.SuggestEdits] = [Role.Physician, Role.Assistant],
        [TranscriptionAct.SignReport] = [Role.Physician],
        [TranscriptionAct.VoidReport] = [Role.Supervisor],
        [TranscriptionAct.CreateSession] = [Role.Physician, Role.Assistant],
        [TranscriptionAct.RecordConsent] = [Role.Physician, Role.Assistant],
        [TranscriptionAct.WithdrawConsent] = [Role.Physician, Role.Assistant, Role.Supervisor],
        [TranscriptionAct.PublishConsentForms] = [Role.Supervisor, Role.Administrator],
        [TranscriptionAct.Record] = [Role.Physician],
        [TranscriptionAct.BringTranscript] = [Role.Physician, Role.Assistant],
        [TranscriptionAct.ReadTranscripts] = [Role.Physician, Role.Assistant],
        [TranscriptionAct.SearchTexts] = [Role.Physician, Role.Assistant],
        [TranscriptionAct.CorrectTranscripts] = [Role.Physician, Role.Assistant],
        [TranscriptionAct.HearAnew] = [Role.Physician],
        [TranscriptionAct.RetryTranscription] = [Role.Physician, Role.Assistant, Role.Supervisor],
        [TranscriptionAct.CancelSession] = [Role.Physician, Role.Supervisor],
        [TranscriptionAct.AssignAssistant] = [Role.Physician, Role.Supervisor],
        [TranscriptionAct.ExportPatient] = [Role.Reception, Role.Supervisor],
        [TranscriptionAct.ErasePatient] = [Role.Supervisor],
        [TranscriptionAct.ReadErasures] = [Role.Supervisor, Role.Auditor],
        [TranscriptionAct.HoldSession] = [Role.Supervisor, Role.Administrator],
        [TranscriptionAct.MoveSessions] = [Role.System],
    };

    /// <summary>The roles of which one is needed.</summary>
    public static IReadOnlyList<Role> RolesFor(TranscriptionAct act) => Allowed[act];

    /// <summary>Whether an actor sees every session of the site, without a word of what was said.</summary>
    public static bool SeesAll(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.HasAny(Role.Supervisor, Role.Auditor);
    }

    internal static void CheckRole(Failures failures, Actor actor, TranscriptionAct act)
    {
        if (!actor.HasAny(Allowed[act]))
            failures.Add(TranscriptionRules.RoleMissing, ("action", act), ("allowed", string.Join(", ", Allowed[act])), ("found", actor.RolesText()));
    }
}
