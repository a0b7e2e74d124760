using Clinic.Abstractions;

namespace Clinic.Transcription;

public static partial class TranscriptionRules
{
    /// <summary>Raw samples come without their rate.</summary>
    public const string SampleRateMissing = "TRN441";

    /// <summary>The likely words of a request are too many, too long or no words.</summary>
    public const string KeyTermsNotTaken = "TRN442";

    /// <summary>The model does not listen to the language.</summary>
    public const string LanguageNotOffered = "TRN443";

    private static IEnumerable<RuleText> SpeechToTextTexts() =>
    [
        new(SampleRateMissing, RuleKind.Malformed,
            "Raw audio in {encoding} needs its sample rate.",
            "El audio sin contenedor en {encoding} necesita su frecuencia de muestreo."),
        new(KeyTermsNotTaken, RuleKind.Malformed,
            "{found} key terms were given; up to {most} of at most {longest} characters each are taken.",
            "Se dieron {found} términos clave; se aceptan hasta {most} de como máximo {longest} caracteres cada uno."),
        new(LanguageNotOffered, RuleKind.Refused,
            "The model {model} does not listen to the language {language}.",
            "El modelo {model} no reconoce el idioma {language}."),
    ];
}
