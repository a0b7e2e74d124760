using System.Collections.Frozen;
using Clinic.Transcription.Drafting;

namespace Clinic.Transcription.Measuring;

/// <summary>The labels of sections in public data, the headings of reports, and the four divisions.</summary>
public static class SectionLabels
{
    private static readonly FrozenDictionary<string, ReportSection[]> ByLabel = new Dictionary<string, ReportSection[]>(StringComparer.Ordinal)
    {
        ["CC"] = [ReportSection.ChiefComplaint],
        ["HPI"] = [ReportSection.PresentIllness],
        ["PMH"] = [ReportSection.PastHistory],
        ["PSH"] = [ReportSection.SurgicalHistory],
        ["FHSH"] = [ReportSection.FamilySocialHistory],
        ["SOCIAL"] = [ReportSection.FamilySocialHistory],
        ["FAMILY"] = [ReportSection.FamilySocialHistory],
        ["ALLERGY"] = [ReportSection.Allergies],
        ["MEDS"] = [ReportSection.Medications],
        ["IMMUN"] = [ReportSection.Immunizations],
        ["GYN"] = [ReportSection.GynHistory],
        ["ROS"] = [ReportSection.ReviewOfSystems],
        ["VITALS"] = [ReportSection.Exam],
        ["EXAM"] = [ReportSection.Exam],
        ["PROCEDURE"] = [ReportSection.Plan],
        ["RESULTS"] = [ReportSection.Results],
        ["ASSESS"] = [ReportSection.Assessment],
        ["ASSESSMENT"] = [ReportSection.Assessment],
        ["AP"] = [ReportSection.Assessment, ReportSection.Plan],
        ["PLAN"] = [ReportSection.Plan],
        ["INSTRUCTIONS"] = [ReportSection.Plan],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] Spanish =
    [
        "MOTIVO DE CONSULTA", "ENFERMEDAD ACTUAL", "ANTECEDENTES PERSONALES", "ANTECEDENTES QUIRÚRGICOS", "ANTECEDENTES FAMILIARES Y SOCIALES", "ALERGIAS", "MEDICACIÓN",
        "VACUNAS", "ANTECEDENTES GINECOLÓGICOS", "REVISIÓN POR SISTEMAS", "EXPLORACIÓN FÍSICA", "RESULTADOS", "DIAGNÓSTICO", "PLAN",
    ];

    private static readonly string[] English =
    [
        "CHIEF COMPLAINT", "HISTORY OF PRESENT ILLNESS", "PAST MEDICAL HISTORY", "PAST SURGICAL HISTORY", "FAMILY AND SOCIAL HISTORY", "ALLERGIES", "CURRENT MEDICATIONS",
        "IMMUNIZATIONS", "GYNECOLOGICAL HISTORY", "REVIEW OF SYSTEMS", "PHYSICAL EXAM", "RESULTS", "ASSESSMENT", "PLAN",
    ];

    /// <summary>The section of a label such as <c>HPI</c>; null where the label is unknown.</summary>
    public static ReportSection? Of(string label) => All(label) is [var first, ..] ? first : null;

    /// <summary>The sections of a label; two for an assessment and plan in one.</summary>
    public static IReadOnlyList<ReportSection> All(string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        return ByLabel.GetValueOrDefault(label.Trim().ToUpperInvariant(), []);
    }

    /// <summary>The heading of a section, <c>es</c> or <c>en</c>.</summary>
    public static string Heading(ReportSection section, string language) => (Language.Speech.Of(language) == "en" ? English : Spanish)[(int)section];

    /// <summary>0 subjective, 1 examination, 2 results, 3 assessment and plan.</summary>
    public static int Division(ReportSection section) => section switch
    {
        ReportSection.Exam => 1,
        ReportSection.Results => 2,
        ReportSection.Assessment or ReportSection.Plan => 3,
        _ => 0,
    };
}
