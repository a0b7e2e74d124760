namespace Clinic.Transcription.Sessions;

/// <summary>What is captured.</summary>
public enum SessionKind
{
    /// <summary>Physician and patient speak with each other.</summary>
    Conversation,

    /// <summary>The physician dictates alone, punctuation and sections included.</summary>
    Dictation,
}
