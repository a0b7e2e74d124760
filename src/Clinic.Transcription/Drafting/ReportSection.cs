namespace Clinic.Transcription.Drafting;

/// <summary>The sections of a clinical report, in the order in which they are written.</summary>
public enum ReportSection
{
    /// <summary>Motivo de consulta: why the patient came.</summary>
    ChiefComplaint,

    /// <summary>Enfermedad actual: the history of the present illness.</summary>
    PresentIllness,

    /// <summary>Antecedentes personales: past medical history.</summary>
    PastHistory,

    /// <summary>Antecedentes quirúrgicos: operations.</summary>
    SurgicalHistory,

    /// <summary>Antecedentes familiares y sociales: family, habits, work.</summary>
    FamilySocialHistory,

    /// <summary>Alergias: allergies and reactions.</summary>
    Allergies,

    /// <summary>Medicación habitual: what the patient takes.</summary>
    Medications,

    /// <summary>Vacunas: immunizations.</summary>
    Immunizations,

    /// <summary>Antecedentes ginecológicos: gynaecological and obstetric history.</summary>
    GynHistory,

    /// <summary>Revisión por sistemas: review of systems.</summary>
    ReviewOfSystems,

    /// <summary>Exploración: vital signs and findings of the examination.</summary>
    Exam,

    /// <summary>Resultados: laboratory, images and other results.</summary>
    Results,

    /// <summary>Diagnóstico: assessment.</summary>
    Assessment,

    /// <summary>Plan: treatment, studies, instructions and follow-up.</summary>
    Plan,
}
