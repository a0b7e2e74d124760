namespace Clinic.Transcription;

/// <summary>The permanent types of the events that leave through the outbox; contents hold ids, words and codes only.</summary>
public static class TranscriptionEvents
{
    /// <summary>A session moved on; the content says how.</summary>
    public const string SessionMoved = "transcription.session-moved";

    /// <summary>A transcript is there; a draft may begin.</summary>
    public const string TranscriptReady = "transcription.transcript-ready";

    /// <summary>Nobody was heard; the physician is told.</summary>
    public const string NoSpeech = "transcription.no-speech";

    /// <summary>The engines failed for good; somebody has to look.</summary>
    public const string TranscriptionFailed = "transcription.transcription-failed";

    /// <summary>A patient took a consent back that the session cannot go on without.</summary>
    public const string ConsentWithdrawn = "transcription.consent-withdrawn";

    /// <summary>The audio of a session is gone, with a proof.</summary>
    public const string AudioErased = "transcription.audio-erased";

    /// <summary>Roles or a segment of a transcript were corrected.</summary>
    public const string TranscriptCorrected = "transcription.transcript-corrected";

    /// <summary>A piece of work was given up; somebody has to look.</summary>
    public const string WorkGivenUp = "transcription.work-given-up";
}
