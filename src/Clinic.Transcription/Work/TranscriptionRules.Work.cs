using Clinic.Abstractions;

namespace Clinic.Transcription;

public static partial class TranscriptionRules
{
    /// <summary>No step is registered for work of this kind.</summary>
    public const string WorkKindUnknown = "TRN801";

    private static IEnumerable<RuleText> WorkTexts() =>
    [
        new(WorkKindUnknown, RuleKind.Refused,
            "Nothing here does work of the kind {kind}.",
            "Aquí nada hace un trabajo del tipo {kind}."),
    ];
}
