namespace Clinic.Transcription.Searching;

/// <summary>What kind of text an entry of the index stands for.</summary>
public enum IndexedKind
{
    /// <summary>What was said in a session, as corrected.</summary>
    Transcript,

    /// <summary>What a report says, as it reads now, with its addenda.</summary>
    Report,
}
