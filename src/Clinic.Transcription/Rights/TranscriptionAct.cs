namespace Clinic.Transcription.Rights;

/// <summary>What somebody may do in transcription.</summary>
public enum TranscriptionAct
{
    /// <summary>Sees sessions and how far they are; texts need a part in them.</summary>
    ReadSessions,
}
