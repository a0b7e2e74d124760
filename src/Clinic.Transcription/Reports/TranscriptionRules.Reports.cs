using Clinic.Abstractions;

namespace Clinic.Transcription;

public static partial class TranscriptionRules
{
    /// <summary>No report of this id is stored, or it is somebody else's.</summary>
    public const string ReportUnknown = "TRN601";

    /// <summary>The version the caller read is not the stored one.</summary>
    public const string StaleReport = "TRN602";

    /// <summary>The status does not allow the act.</summary>
    public const string ReportTransitionRefused = "TRN603";

    /// <summary>Only the responsible physician may do this.</summary>
    public const string NotTheReportsPhysician = "TRN604";

    /// <summary>A template has no required section.</summary>
    public const string TemplateWithoutRequired = "TRN605";

    /// <summary>The template does not have the section.</summary>
    public const string SectionNotInTemplate = "TRN606";

    /// <summary>The report has no statement of this number.</summary>
    public const string StatementUnknown = "TRN607";

    /// <summary>The proposal is unknown or was decided.</summary>
    public const string SuggestionNotOpen = "TRN608";

    /// <summary>The report has no finding of this key.</summary>
    public const string FindingUnknown = "TRN609";

    /// <summary>Required sections are empty.</summary>
    public const string SectionsMissing = "TRN610";

    /// <summary>The physician has not looked at every statement.</summary>
    public const string StatementsUnseen = "TRN611";

    /// <summary>Findings stop the signature and nobody stands by them.</summary>
    public const string BlockersOpen = "TRN612";

    /// <summary>Proposals wait for a decision.</summary>
    public const string SuggestionsOpen = "TRN613";

    /// <summary>The patient took the consent back.</summary>
    public const string SignedAfterWithdrawal = "TRN614";

    /// <summary>The session has no text from which a report could be drafted.</summary>
    public const string NothingToDraftFrom = "TRN615";

    /// <summary>The patient did not agree that a program drafts, or that text leaves the clinic.</summary>
    public const string DraftNotConsented = "TRN616";

    /// <summary>No drafter of this name is configured.</summary>
    public const string DrafterUnknown = "TRN617";

    /// <summary>The session has a report that is not finished.</summary>
    public const string ReportOpen = "TRN618";

    /// <summary>Evidence points outside of what was said, or at a part that speaks to the machine.</summary>
    public const string EvidenceOutside = "TRN619";

    /// <summary>An amendment changes nothing.</summary>
    public const string NothingAmended = "TRN620";

    /// <summary>Nothing of the report waits for the clinical record.</summary>
    public const string NothingToFile = "TRN621";

    /// <summary>The report has no text that could be printed.</summary>
    public const string NothingToPrint = "TRN630";

    private static IEnumerable<RuleText> ReportTexts() =>
    [
        new(ReportUnknown, RuleKind.NotFound,
            "No report {report} is stored that the actor may see.",
            "No existe el informe {report} o el actor no puede verlo."),
        new(StaleReport, RuleKind.Conflict,
            "Report {report} was read in version {asked}; stored is {found}. Read it again.",
            "El informe {report} se leyó en la versión {asked}; la guardada es la {found}. Vuelva a leerlo."),
        new(ReportTransitionRefused, RuleKind.Refused,
            "A report that is {status} does not allow {trigger}; allowed: {allowed}.",
            "Un informe en estado {status} no permite {trigger}; se permite: {allowed}."),
        new(NotTheReportsPhysician, RuleKind.Forbidden,
            "{action} is for the responsible physician of report {report}.",
            "{action} corresponde al médico responsable del informe {report}."),
        new(TemplateWithoutRequired, RuleKind.Malformed,
            "The template {template} requires no section; at least one must be required.",
            "La plantilla {template} no exige ninguna sección; al menos una debe ser obligatoria."),
        new(SectionNotInTemplate, RuleKind.Malformed,
            "The template {template} has no section {section}; allowed: {allowed}.",
            "La plantilla {template} no tiene la sección {section}; se permite: {allowed}."),
        new(StatementUnknown, RuleKind.Malformed,
            "The report has no statement {statement}; found: {found}.",
            "El informe no tiene la frase {statement}; hay: {found}."),
        new(SuggestionNotOpen, RuleKind.Refused,
            "Suggestion {suggestion} is unknown or was decided; open: {open}.",
            "La sugerencia {suggestion} no existe o ya se decidió; pendientes: {open}."),
        new(FindingUnknown, RuleKind.Malformed,
            "The report has no finding {finding}; found: {open}.",
            "El informe no tiene la observación {finding}; hay: {open}."),
        new(SectionsMissing, RuleKind.Refused,
            "Required sections of the template {template} are empty: {missing}.",
            "Secciones obligatorias de la plantilla {template} sin contenido: {missing}."),
        new(StatementsUnseen, RuleKind.Refused,
            "{count} drafted statements were not looked at: {statements}.",
            "Hay {count} frases del borrador sin revisar: {statements}."),
        new(BlockersOpen, RuleKind.Refused,
            "{count} findings stop the signature: {findings} (statements: {statements}). Mend the text, or stand by it with words.",
            "{count} observaciones impiden la firma: {findings} (frases: {statements}). Corrija el texto o justifíquelo con palabras."),
        new(SuggestionsOpen, RuleKind.Refused,
            "Suggestions wait for a decision: {suggestions}.",
            "Hay sugerencias sin decidir: {suggestions}."),
        new(SignedAfterWithdrawal, RuleKind.Refused,
            "The patient took the consent for session {session} back; nothing new is signed from it.",
            "El paciente retiró el consentimiento de la sesión {session}; no se firma nada nuevo a partir de ella."),
        new(NothingToDraftFrom, RuleKind.Refused,
            "Session {session} is {status}; a draft needs its text.",
            "La sesión {session} está {status}; un borrador necesita su texto."),
        new(DraftNotConsented, RuleKind.Refused,
            "The drafter {drafter} needs the patient's consent to {needed}; given: {found}.",
            "El redactor {drafter} requiere el consentimiento del paciente para {needed}; otorgado: {found}."),
        new(DrafterUnknown, RuleKind.Malformed,
            "No drafter {drafter} is configured; allowed: {allowed}.",
            "No hay un redactor {drafter} configurado; se permite: {allowed}."),
        new(ReportOpen, RuleKind.Refused,
            "Session {session} has the unfinished report {report}; finish or reject that one first.",
            "La sesión {session} tiene el informe {report} sin terminar; termínelo o rechácelo primero."),
        new(EvidenceOutside, RuleKind.Malformed,
            "Evidence of segment {segment} from {start} with {length} characters is outside of what was said; segments: {segments}.",
            "La evidencia del segmento {segment} desde {start} con {length} caracteres está fuera de lo dicho; segmentos: {segments}."),
        new(NothingAmended, RuleKind.Refused,
            "The amendment of report {report} changes nothing.",
            "La enmienda del informe {report} no cambia nada."),
        new(NothingToFile, RuleKind.Refused,
            "Nothing of report {report} waits for the clinical record.",
            "Nada del informe {report} espera al registro clínico."),
        new(NothingToPrint, RuleKind.Refused,
            "Report {report} is {status} and has no text to print.",
            "El informe {report} está en estado {status} y no tiene texto que imprimir."),
    ];
}
