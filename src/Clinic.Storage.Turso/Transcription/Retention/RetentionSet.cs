namespace Clinic.Storage.Turso.Transcription.Retention;

/// <summary>The tables of legal holds of patients and of proofs of erasures.</summary>
internal static class RetentionSet
{
    public static TursoSet Set { get; } = TursoSet.Embedded("transcription-retention", "Transcription.Retention", new FactKind("transcription.patient-hold", "transcription_patient_holds"));
}
