using Clinic.Abstractions;

namespace Clinic.Transcription;

public static partial class TranscriptionRules
{
    /// <summary>No session of this id is there for the actor.</summary>
    public const string SessionUnknown = "TRN301";

    /// <summary>The version the caller read is not the stored one.</summary>
    public const string StaleSession = "TRN302";

    /// <summary>The status does not allow the act.</summary>
    public const string SessionTransitionRefused = "TRN303";

    /// <summary>The physician records another session.</summary>
    public const string OtherRecordingActive = "TRN304";

    /// <summary>A signed report exists, so the session cannot be cancelled.</summary>
    public const string SignedReportStands = "TRN305";

    /// <summary>Nothing may be erased, for a legal reason.</summary>
    public const string LegalHoldStands = "TRN306";

    /// <summary>A report is still drafted or reviewed.</summary>
    public const string OpenReportStands = "TRN307";

    /// <summary>There is no audio that an engine could hear again.</summary>
    public const string AudioGone = "TRN308";

    /// <summary>The person is unknown, retired, or has not the role.</summary>
    public const string PersonUnfit = "TRN309";

    /// <summary>The clinic has no such patient.</summary>
    public const string PatientUnknown = "TRN310";

    /// <summary>The time of the transcript is not over.</summary>
    public const string RetentionNotOver = "TRN311";

    /// <summary>The session has no transcript that may be read.</summary>
    public const string TranscriptUnknown = "TRN312";

    /// <summary>The transcript has no such segment.</summary>
    public const string SegmentUnknown = "TRN315";

    /// <summary>The version of the transcript that the caller read is not the stored one.</summary>
    public const string StaleTranscript = "TRN316";

    /// <summary>No voice of the transcript has this label.</summary>
    public const string SpeakerUnknown = "TRN317";

    /// <summary>The recording is not open for this recorder.</summary>
    public const string RecorderNotActive = "TRN318";

    /// <summary>What people corrected, brought or typed would be replaced, and nobody said that it may be.</summary>
    public const string CorrectionsStand = "TRN319";

    /// <summary>The recording is to be heard again already.</summary>
    public const string HearingUnderWay = "TRN320";

    private static IEnumerable<RuleText> SessionTexts() =>
    [
        new(SessionUnknown, RuleKind.NotFound,
            "There is no session {session} here.",
            "Aquí no hay una sesión {session}."),
        new(StaleSession, RuleKind.Conflict,
            "Version {asked} of the session {session} was read; the stored one is {found}.",
            "Se leyó la versión {asked} de la sesión {session}; la guardada es la {found}."),
        new(SessionTransitionRefused, RuleKind.Refused,
            "A session with the status {status} does not allow {trigger}; allowed is {allowed}.",
            "Una sesión con el estado {status} no permite {trigger}; se permite {allowed}."),
        new(OtherRecordingActive, RuleKind.Refused,
            "The physician records the session {other}; it must be ended first.",
            "El médico está grabando la sesión {other}; primero debe terminarla."),
        new(SignedReportStands, RuleKind.Refused,
            "The session {session} has a signed report and cannot be cancelled.",
            "La sesión {session} tiene un informe firmado y no puede cancelarse."),
        new(LegalHoldStands, RuleKind.Refused,
            "The session {session} is under a legal hold; nothing of it is erased.",
            "La sesión {session} está bajo retención legal; no se borra nada de ella."),
        new(OpenReportStands, RuleKind.Refused,
            "A report of the session {session} is still open.",
            "Un informe de la sesión {session} sigue abierto."),
        new(AudioGone, RuleKind.Refused,
            "The session {session} has no audio that could be heard again.",
            "La sesión {session} no tiene audio que pueda volver a escucharse."),
        new(PersonUnfit, RuleKind.Refused,
            "The person {person} cannot act as {allowed} here.",
            "La persona {person} no puede actuar aquí como {allowed}."),
        new(PatientUnknown, RuleKind.Refused,
            "There is no patient {patient}.",
            "No existe el paciente {patient}."),
        new(RetentionNotOver, RuleKind.Refused,
            "The session {session} is kept until {until}.",
            "La sesión {session} se conserva hasta {until}."),
        new(TranscriptUnknown, RuleKind.NotFound,
            "The session {session} has no transcript that may be read.",
            "La sesión {session} no tiene una transcripción que pueda leerse."),
        new(SegmentUnknown, RuleKind.Refused,
            "There is no segment {segment}; allowed is {allowed}.",
            "No existe el segmento {segment}; se permite {allowed}."),
        new(StaleTranscript, RuleKind.Conflict,
            "Version {asked} of the transcript was read; the stored one is {found}.",
            "Se leyó la versión {asked} de la transcripción; la guardada es la {found}."),
        new(SpeakerUnknown, RuleKind.Refused,
            "A label belongs to no voice of the session {session}.",
            "Una etiqueta no corresponde a ninguna voz de la sesión {session}."),
        new(RecorderNotActive, RuleKind.Refused,
            "The session {session} is not open for this recorder; its status is {status}.",
            "La sesión {session} no está abierta para esta grabadora; su estado es {status}."),
        new(CorrectionsStand, RuleKind.Refused,
            "The transcript of the session {session} has {count} changes made by people; say that they may be replaced.",
            "La transcripción de la sesión {session} tiene {count} cambios hechos por personas; indique que pueden reemplazarse."),
        new(HearingUnderWay, RuleKind.Refused,
            "The recording of the session {session} is being heard again already.",
            "La grabación de la sesión {session} ya se está escuchando de nuevo."),
    ];
}
