namespace Clinic.Storage.Turso.Transcription.Transcripts;

/// <summary>The tables of encrypted transcripts and of the keys of sessions.</summary>
internal static class TranscriptsSet
{
    public static TursoSet Set { get; } = TursoSet.Embedded("transcription-transcripts", "Transcription.Transcripts");
}
