namespace Clinic.Storage.Turso.Transcription.Consents;

/// <summary>The tables of consent.</summary>
internal static class ConsentsSet
{
    public static TursoSet Set { get; } = TursoSet.Embedded("transcription-consents", "Transcription.Consents");
}
