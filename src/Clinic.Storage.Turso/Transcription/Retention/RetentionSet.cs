namespace Clinic.Storage.Turso.Transcription.Retention;

/// <summary>The table of proofs of erasures.</summary>
internal static class RetentionSet
{
    public static TursoSet Set { get; } = TursoSet.Embedded("transcription-retention", "Transcription.Retention");
}
