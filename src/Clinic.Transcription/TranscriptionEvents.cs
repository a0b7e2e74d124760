namespace Clinic.Transcription;

/// <summary>The permanent types of the events that leave through the outbox; contents hold ids, words and codes only.</summary>
public static class TranscriptionEvents
{
    /// <summary>A draft is ready for review.</summary>
    public const string ReportDrafted = "transcription.report-drafted";

    /// <summary>A drafter could not; a person decides how to go on.</summary>
    public const string ReportDraftFailed = "transcription.report-draft-failed";

    /// <summary>A report was signed, amended, or added to.</summary>
    public const string ReportSigned = "transcription.report-signed";

    /// <summary>The clinical record took a version or an addendum.</summary>
    public const string ReportFiled = "transcription.report-filed";

    /// <summary>The clinical record could not take it and is asked again.</summary>
    public const string ReportFilingFailed = "transcription.report-filing-failed";

    /// <summary>A filed report should never have been.</summary>
    public const string ReportEnteredInError = "transcription.report-entered-in-error";
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
