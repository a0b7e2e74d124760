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
    };

    /// <summary>The roles of which one is needed.</summary>
    public static IReadOnlyList<Role> RolesFor(TranscriptionAct act) => Allowed[act];

    internal static void CheckRole(Failures failures, Actor actor, TranscriptionAct act)
    {
        if (!actor.HasAny(Allowed[act]))
            failures.Add(TranscriptionRules.RoleMissing, ("action", act), ("allowed", string.Join(", ", Allowed[act])), ("found", actor.RolesText()));
    }
}
