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

    /// <summary>The engine does not read raw audio of this encoding.</summary>
    public const string EncodingNotOffered = "TRN444";

    /// <summary>A running transcription cannot be changed with this model, or where it runs.</summary>
    public const string ChangeNotOffered = "TRN445";

    /// <summary>An answer with health data would be brought to an unprotected address.</summary>
    public const string CallbackNotSafe = "TRN446";

    /// <summary>The engine brings no answers to this port.</summary>
    public const string CallbackPort = "TRN447";

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
        new(EncodingNotOffered, RuleKind.Malformed,
            "The model {model} does not read raw audio in {encoding}.",
            "El modelo {model} no lee audio sin contenedor en {encoding}."),
        new(ChangeNotOffered, RuleKind.Refused,
            "A running transcription cannot be changed with the model {model} at this address.",
            "Una transcripción en curso no se puede cambiar con el modelo {model} en esta dirección."),
        new(CallbackNotSafe, RuleKind.Malformed,
            "Answers are brought to https addresses without a fragment only; http is taken on this machine.",
            "Las respuestas solo se entregan en direcciones https sin fragmento; http se admite en este equipo."),
        new(CallbackPort, RuleKind.Malformed,
            "Answers are brought to these ports only: {allowed}.",
            "Las respuestas solo se entregan en estos puertos: {allowed}."),
    ];
}
