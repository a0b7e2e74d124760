using Clinic.Transcription.Drafting;

namespace Clinic.Bridges.Fhir;

/// <summary>LOINC codes of the sections of a report; a section that joins several fields has no code.</summary>
/// <seealso href="https://loinc.org/"/>
public static class ReportSections
{
    /// <summary>The code system of the codes.</summary>
    public const string Loinc = "http://loinc.org";

    /// <summary>The LOINC code with its name, or null where LOINC has none that says the same.</summary>
    public static (string Code, string Display)? CodeOf(ReportSection section) => section switch
    {
        ReportSection.ChiefComplaint => ("10154-3", "Chief complaint Narrative - Reported"),
        ReportSection.PresentIllness => ("10164-2", "History of Present illness Narrative"),
        ReportSection.PastHistory => ("11348-0", "History of Past illness Narrative"),
        ReportSection.SurgicalHistory => ("10167-5", "History of Surgical procedures Narrative"),
        ReportSection.Allergies => ("48765-2", "Allergies and adverse reactions Document"),
        ReportSection.Medications => ("10160-0", "History of Medication use Narrative"),
        ReportSection.Immunizations => ("11369-6", "History of Immunization Narrative"),
        ReportSection.ReviewOfSystems => ("10187-3", "Review of systems Narrative - Reported"),
        ReportSection.Exam => ("29545-1", "Physical findings Narrative"),
        ReportSection.Results => ("30954-2", "Relevant diagnostic tests/laboratory data Narrative"),
        ReportSection.Assessment => ("51848-0", "Evaluation note"),
        ReportSection.Plan => ("18776-5", "Plan of care note"),
        ReportSection.FamilySocialHistory or ReportSection.GynHistory => null,
        _ => throw new ArgumentOutOfRangeException(nameof(section), section, "Unknown section."),
    };
}
