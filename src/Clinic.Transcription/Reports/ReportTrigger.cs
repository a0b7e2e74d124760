namespace Clinic.Transcription.Reports;

/// <summary>What moves a report on.</summary>
public enum ReportTrigger
{
    /// <summary>A draft arrived.</summary>
    DraftReady,

    /// <summary>The drafter could not.</summary>
    DraftFailed,

    /// <summary>The same drafter is asked again.</summary>
    Retry,

    /// <summary>The rules of this package draft instead.</summary>
    UseOfflineDrafter,

    /// <summary>The physician writes without a draft.</summary>
    WriteManually,

    /// <summary>The text changed.</summary>
    Edit,

    /// <summary>The draft is not worth mending.</summary>
    Reject,

    /// <summary>A new draft is asked for.</summary>
    Redraft,

    /// <summary>The responsible physician signs.</summary>
    Sign,

    /// <summary>The clinical record took it.</summary>
    File,

    /// <summary>The clinical record could not take it.</summary>
    FilingFailed,

    /// <summary>The clinical record took it after it once could not.</summary>
    RetryFile,

    /// <summary>The physician changes a filed report, with a new signature.</summary>
    Amend,

    /// <summary>The physician adds to a filed report without changing it.</summary>
    Addendum,

    /// <summary>It should never have been.</summary>
    MarkEnteredInError,

    /// <summary>What was never signed is erased.</summary>
    Erase,
}
