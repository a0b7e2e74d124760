namespace Clinic.Transcription.Language;

/// <summary>The kinds of the clinical word lists.</summary>
internal enum ClinicalKind
{
    Symptom,
    Diagnosis,
    Anatomy,
    Treatment,
    Study,
    Measure,
    Exam,
    Habit,
    History,
}
