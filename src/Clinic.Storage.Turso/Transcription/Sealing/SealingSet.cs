namespace Clinic.Storage.Turso.Transcription.Sealing;

/// <summary>The table of wrapped data keys.</summary>
internal static class SealingSet
{
    public static TursoSet Set { get; } = TursoSet.Embedded("transcription-sealing", "Transcription.Sealing");
}
