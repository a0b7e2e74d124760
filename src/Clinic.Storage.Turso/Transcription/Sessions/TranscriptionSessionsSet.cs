namespace Clinic.Storage.Turso.Transcription.Sessions;

/// <summary>The tables of sessions.</summary>
internal static class TranscriptionSessionsSet
{
    public static TursoSet Set { get; } = TursoSet.Embedded("transcription-sessions", "Transcription.Sessions", new FactKind("transcription.session", "transcription_sessions"));
}
