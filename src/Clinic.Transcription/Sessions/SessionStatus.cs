namespace Clinic.Transcription.Sessions;

/// <summary>How far the capture of a visit and its transcript are; the report has a status of its own.</summary>
public enum SessionStatus
{
    /// <summary>Nobody has asked the patient yet; nothing may be recorded.</summary>
    Created,

    /// <summary>The patient agreed; recording, importing and typing may begin.</summary>
    Ready,

    /// <summary>It is being recorded.</summary>
    Recording,

    /// <summary>The recording stands still for a reason.</summary>
    Paused,

    /// <summary>The recording is closed and waits for an engine, or for somebody who types.</summary>
    Captured,

    /// <summary>An engine listens.</summary>
    Transcribing,

    /// <summary>The text is there; a report may begin.</summary>
    Transcribed,

    /// <summary>Nobody was heard; nothing is drafted from it.</summary>
    NoSpeech,

    /// <summary>The engine could not; another try or somebody who types may.</summary>
    TranscriptionFailed,

    /// <summary>It will not happen; what there was is erased.</summary>
    Cancelled,

    /// <summary>The patient took the consent back; what there was is erased.</summary>
    ConsentWithdrawn,

    /// <summary>Its time is over; the text is erased, the audit stays.</summary>
    Purged,
}
