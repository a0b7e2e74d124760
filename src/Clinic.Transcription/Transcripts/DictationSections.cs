using Clinic.Transcription.Drafting;

namespace Clinic.Transcription.Transcripts;

/// <summary>The names under which sections are dictated, folded, the longer ones first.</summary>
internal static class DictationSections
{
    private static readonly (string[] Phrase, ReportSection Section)[] Spanish = Listed(
        ("motivo de consulta", ReportSection.ChiefComplaint), ("motivo", ReportSection.ChiefComplaint),
        ("enfermedad actual", ReportSection.PresentIllness), ("historia de la enfermedad actual", ReportSection.PresentIllness),
        ("antecedentes quirurgicos", ReportSection.SurgicalHistory), ("antecedentes familiares", ReportSection.FamilySocialHistory),
        ("antecedentes sociales", ReportSection.FamilySocialHistory), ("antecedentes gineco obstetricos", ReportSection.GynHistory),
        ("antecedentes ginecologicos", ReportSection.GynHistory), ("antecedentes personales", ReportSection.PastHistory), ("antecedentes", ReportSection.PastHistory),
        ("alergias", ReportSection.Allergies), ("medicacion actual", ReportSection.Medications), ("medicacion", ReportSection.Medications),
        ("medicamentos", ReportSection.Medications), ("vacunas", ReportSection.Immunizations), ("inmunizaciones", ReportSection.Immunizations),
        ("revision por sistemas", ReportSection.ReviewOfSystems), ("revision de sistemas", ReportSection.ReviewOfSystems),
        ("examen fisico", ReportSection.Exam), ("exploracion fisica", ReportSection.Exam), ("examen", ReportSection.Exam), ("exploracion", ReportSection.Exam),
        ("resultados", ReportSection.Results), ("examenes", ReportSection.Results), ("laboratorio", ReportSection.Results),
        ("impresion diagnostica", ReportSection.Assessment), ("diagnosticos", ReportSection.Assessment), ("diagnostico", ReportSection.Assessment),
        ("plan", ReportSection.Plan), ("tratamiento", ReportSection.Plan));

    private static readonly (string[] Phrase, ReportSection Section)[] English = Listed(
        ("chief complaint", ReportSection.ChiefComplaint), ("history of present illness", ReportSection.PresentIllness), ("present illness", ReportSection.PresentIllness),
        ("past medical history", ReportSection.PastHistory), ("past history", ReportSection.PastHistory), ("medical history", ReportSection.PastHistory),
        ("surgical history", ReportSection.SurgicalHistory), ("family history", ReportSection.FamilySocialHistory), ("social history", ReportSection.FamilySocialHistory),
        ("allergies", ReportSection.Allergies), ("medications", ReportSection.Medications), ("immunizations", ReportSection.Immunizations),
        ("review of systems", ReportSection.ReviewOfSystems), ("physical exam", ReportSection.Exam), ("physical examination", ReportSection.Exam), ("exam", ReportSection.Exam),
        ("results", ReportSection.Results), ("assessment", ReportSection.Assessment), ("diagnosis", ReportSection.Assessment), ("diagnoses", ReportSection.Assessment),
        ("plan", ReportSection.Plan));

    public static IReadOnlyList<(string[] Phrase, ReportSection Section)> Of(bool isSpanish) => isSpanish ? Spanish : English;

    private static (string[] Phrase, ReportSection Section)[] Listed(params (string Phrase, ReportSection Section)[] all) =>
        [.. all.Select(a => (a.Phrase.Split(' '), a.Section)).OrderByDescending(a => a.Item1.Length)];
}
