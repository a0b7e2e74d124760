namespace Clinic.Transcription.Drafting;

/// <summary>What the sections of a report are called on paper.</summary>
public static class SectionTitles
{
    /// <summary>The title in Spanish for <c>es</c>, in English for anything else.</summary>
    public static string Of(ReportSection section, string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        var (spanish, english) = section switch
        {
            ReportSection.ChiefComplaint => ("Motivo de consulta", "Chief complaint"),
            ReportSection.PresentIllness => ("Enfermedad actual", "History of present illness"),
            ReportSection.PastHistory => ("Antecedentes personales", "Past medical history"),
            ReportSection.SurgicalHistory => ("Antecedentes quirúrgicos", "Surgical history"),
            ReportSection.FamilySocialHistory => ("Antecedentes familiares y sociales", "Family and social history"),
            ReportSection.Allergies => ("Alergias", "Allergies"),
            ReportSection.Medications => ("Medicación habitual", "Medications"),
            ReportSection.Immunizations => ("Vacunas", "Immunizations"),
            ReportSection.GynHistory => ("Antecedentes ginecológicos", "Gynaecological history"),
            ReportSection.ReviewOfSystems => ("Revisión por sistemas", "Review of systems"),
            ReportSection.Exam => ("Exploración", "Examination"),
            ReportSection.Results => ("Resultados", "Results"),
            ReportSection.Assessment => ("Diagnóstico", "Assessment"),
            ReportSection.Plan => ("Plan", "Plan"),
            _ => throw new ArgumentOutOfRangeException(nameof(section), section, "Unknown section."),
        };
        return string.Equals(language, "es", StringComparison.OrdinalIgnoreCase) ? spanish : english;
    }
}
