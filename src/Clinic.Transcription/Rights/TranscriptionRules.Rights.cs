using Clinic.Abstractions;

namespace Clinic.Transcription;

public static partial class TranscriptionRules
{
    /// <summary>The actor has none of the roles that may do this.</summary>
    public const string RoleMissing = "TRN901";

    /// <summary>The session is another physician's, and the actor has no part in it.</summary>
    public const string NotYourSession = "TRN902";

    private static IEnumerable<RuleText> RightsTexts() =>
    [
        new(RoleMissing, RuleKind.Forbidden,
            "{action} needs one of the roles {allowed}; the actor has {found}.",
            "{action} requiere uno de los roles {allowed}; el actor tiene {found}."),
        new(NotYourSession, RuleKind.Forbidden,
            "{action} in the session {session} is for {allowed} only.",
            "{action} en la sesión {session} corresponde solo a {allowed}."),
    ];
}
