using Clinic.Abstractions;

namespace Clinic.Transcription;

public static partial class TranscriptionRules
{
    /// <summary>A field is missing, too long or out of range.</summary>
    public const string FieldInvalid = "TRN101";

    private static IEnumerable<RuleText> GeneralTexts() =>
    [
        new(FieldInvalid, RuleKind.Malformed,
            "The field {field} holds {found}; allowed is {allowed}.",
            "El campo {field} contiene {found}; se permite {allowed}."),
    ];
}
