namespace Clinic.Transcription.Sessions;

/// <summary>What moves a session.</summary>
public enum SessionTrigger
{
    /// <summary>The patient agrees to scopes, or to more of them.</summary>
    GrantConsent,

    /// <summary>The patient agrees to nothing.</summary>
    RefuseConsent,

    /// <summary>Scopes are taken back without which the session can go on.</summary>
    NarrowConsent,

    /// <summary>The recording begins.</summary>
    StartRecording,

    /// <summary>The recording stands still.</summary>
    Pause,

    /// <summary>The recording goes on.</summary>
    Resume,

    /// <summary>The recording ends.</summary>
    Stop,

    /// <summary>The recorder died; what it wrote is kept.</summary>
    CaptureLost,

    /// <summary>A recording from elsewhere begins to arrive.</summary>
    BeginImport,

    /// <summary>A recording from elsewhere is there.</summary>
    ImportAudio,

    /// <summary>A transcript is brought from elsewhere, or typed.</summary>
    BringTranscript,

    /// <summary>An engine begins to listen.</summary>
    BeginTranscription,

    /// <summary>The engine gave the text.</summary>
    TranscriptReady,

    /// <summary>Nobody is heard.</summary>
    FindNoSpeech,

    /// <summary>The engine failed and is asked again later.</summary>
    Fail,

    /// <summary>The engine failed for good.</summary>
    GiveUp,

    /// <summary>A person lets it begin again.</summary>
    Retry,

    /// <summary>A physician has the recording heard again; the text stands meanwhile.</summary>
    HearAnew,

    /// <summary>The engine gave another text, which is the new version.</summary>
    HeardAnew,

    /// <summary>The engine gave no better text; the one that stands stays.</summary>
    KeepText,

    /// <summary>The session ends without a report.</summary>
    Cancel,

    /// <summary>The patient takes the consent back.</summary>
    WithdrawConsent,

    /// <summary>The audio is gone, with a proof.</summary>
    AudioErased,

    /// <summary>The time of the transcript is over.</summary>
    RetentionExpired,
}
