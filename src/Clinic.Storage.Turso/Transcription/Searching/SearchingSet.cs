namespace Clinic.Storage.Turso.Transcription.Searching;

/// <summary>The tables of the index of words.</summary>
internal static class SearchingSet
{
    public static TursoSet Set { get; } = TursoSet.Embedded("transcription-searching", "Transcription.Searching");
}
