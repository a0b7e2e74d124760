using Clinic.Abstractions;

namespace Clinic.Transcription;

public static partial class TranscriptionRules
{
    /// <summary>There is nothing to import.</summary>
    public const string ImportEmpty = "TRN361";

    /// <summary>It is larger than allowed.</summary>
    public const string ImportTooLarge = "TRN362";

    /// <summary>It is no text in UTF-8.</summary>
    public const string ImportNotText = "TRN363";

    /// <summary>Its form is none of those that can be read.</summary>
    public const string ImportNotRecognised = "TRN364";

    /// <summary>A line is wrong.</summary>
    public const string ImportLineInvalid = "TRN365";

    /// <summary>An entry of a JSON list is wrong.</summary>
    public const string ImportEntryInvalid = "TRN366";

    /// <summary>The JSON is broken.</summary>
    public const string ImportJsonInvalid = "TRN367";

    /// <summary>It holds several visits, and a session is one.</summary>
    public const string ImportSeveralVisits = "TRN368";

    /// <summary>More is wrong than is listed.</summary>
    public const string ImportMoreFailures = "TRN369";

    private static IEnumerable<RuleText> ImportTexts() =>
    [
        new(ImportEmpty, RuleKind.Malformed,
            "The transcript holds nothing.",
            "La transcripción no contiene nada."),
        new(ImportTooLarge, RuleKind.Malformed,
            "The transcript has {found} {unit}; allowed are {most}.",
            "La transcripción tiene {found} {unit}; se permiten {most}."),
        new(ImportNotText, RuleKind.Malformed,
            "The transcript is no text in UTF-8.",
            "La transcripción no es texto en UTF-8."),
        new(ImportNotRecognised, RuleKind.Malformed,
            "The form of the transcript is not recognised; allowed are {forms}.",
            "No se reconoce la forma de la transcripción; se permiten {forms}."),
        new(ImportLineInvalid, RuleKind.Malformed,
            "Line {line} of the transcript: {kind}.",
            "Línea {line} de la transcripción: {kind}."),
        new(ImportEntryInvalid, RuleKind.Malformed,
            "Entry {entry} of the transcript: {kind}.",
            "Entrada {entry} de la transcripción: {kind}."),
        new(ImportJsonInvalid, RuleKind.Malformed,
            "The JSON of the transcript is broken at line {line}.",
            "El JSON de la transcripción está dañado en la línea {line}."),
        new(ImportSeveralVisits, RuleKind.Malformed,
            "The transcript holds several visits; a session takes one.",
            "La transcripción contiene varias consultas; una sesión admite una."),
        new(ImportMoreFailures, RuleKind.Malformed,
            "{count} more faults of the transcript are not listed.",
            "No se muestran {count} fallas más de la transcripción."),
    ];
}
