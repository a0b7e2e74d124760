using Clinic.Abstractions;

namespace Clinic.Transcription;

public static partial class TranscriptionRules
{
    /// <summary>The key that wraps the key of a text is not in the ring.</summary>
    public const string TextKeyMissing = "TRN121";

    /// <summary>An encrypted text or its key was changed.</summary>
    public const string TextNotGenuine = "TRN122";

    private static IEnumerable<RuleText> SealingTexts() =>
    [
        new(TextKeyMissing, RuleKind.Refused,
            "The text of {text} needs the key {key}, which is not configured.",
            "El texto de {text} necesita la clave {key}, que no está configurada."),
        new(TextNotGenuine, RuleKind.Refused,
            "The text of {text} or its key was changed outside of this system; it is not shown.",
            "El texto de {text} o su clave fue alterado fuera de este sistema; no se muestra."),
    ];
}
