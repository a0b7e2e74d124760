namespace Clinic.Storage.Turso.Transcription.Work;

/// <summary>The table of the queue.</summary>
internal static class WorkSet
{
    public static TursoSet Set { get; } = TursoSet.Embedded("transcription-work", "Transcription.Work", new FactKind("transcription.work", "transcription_work"));
}
