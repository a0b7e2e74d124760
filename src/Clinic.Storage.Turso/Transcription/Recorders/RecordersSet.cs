namespace Clinic.Storage.Turso.Transcription.Recorders;

/// <summary>The table of recorder settings.</summary>
internal static class RecordersSet
{
    public static TursoSet Set { get; } = TursoSet.Embedded("transcription-recorders", "Transcription.Recorders", new FactKind("transcription.recorder", "transcription_recorders"));
}
