using Clinic.Abstractions;

namespace Clinic.Transcription;

public static partial class TranscriptionRules
{
    /// <summary>The actor has none of the roles that may do this.</summary>
    public const string RoleMissing = "TRN901";

    private static IEnumerable<RuleText> RightsTexts() =>
    [
        new(RoleMissing, RuleKind.Forbidden,
            "{action} needs one of the roles {allowed}; the actor has {found}.",
            "{action} requiere uno de los roles {allowed}; el actor tiene {found}."),
    ];
}
