namespace Clinic.Transcription.Reports;

/// <summary>How far a report is.</summary>
public enum ReportStatus
{
    /// <summary>A drafter writes; nothing can be read yet.</summary>
    Drafting,

    /// <summary>No draft came of it: another try, the offline drafter, or a physician's own words.</summary>
    DraftFailed,

    /// <summary>The physician reads and changes it.</summary>
    InReview,

    /// <summary>The draft was not worth mending; another may be written.</summary>
    Rejected,

    /// <summary>Signed, and on its way to the clinical record.</summary>
    Signed,

    /// <summary>Signed, but the clinical record could not take it yet.</summary>
    FilingFailed,

    /// <summary>Signed and in the clinical record; amendments make further versions.</summary>
    Filed,

    /// <summary>It should never have been; it stays readable and says so.</summary>
    EnteredInError,

    /// <summary>Never signed, and erased because the patient took the consent back or the time was over.</summary>
    Erased,
}
