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
}
