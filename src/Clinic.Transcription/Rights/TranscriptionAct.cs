namespace Clinic.Transcription.Rights;

/// <summary>What somebody may do in transcription.</summary>
public enum TranscriptionAct
{
    /// <summary>Sees sessions and how far they are; texts need a part in them.</summary>
    ReadSessions,

    /// <summary>Sees reports of one's own, and changes those in review.</summary>
    ReviewReport,

    /// <summary>Proposes changes to a physician.</summary>
    SuggestEdits,

    /// <summary>Signs, amends and adds to reports of one's own.</summary>
    SignReport,

    /// <summary>Declares a filed report entered in error.</summary>
    VoidReport,
    /// <summary>Opens a session for a visit.</summary>
    CreateSession,

    /// <summary>Writes down what a patient or guardian agreed to or refused.</summary>
    RecordConsent,

    /// <summary>Writes down that a consent was taken back.</summary>
    WithdrawConsent,

    /// <summary>Publishes the words that patients agree to.</summary>
    PublishConsentForms,

    /// <summary>Records, pauses, goes on and stops; the responsible physician only.</summary>
    Record,

    /// <summary>Brings a recording or transcript from elsewhere, or types one.</summary>
    BringTranscript,

    /// <summary>Reads what was said, in sessions with a part of one's own.</summary>
    ReadTranscripts,

    /// <summary>Looks for words in sessions and reports with a part of one's own.</summary>
    SearchTexts,

    /// <summary>Corrects who spoke and what was heard.</summary>
    CorrectTranscripts,

    /// <summary>Lets a failed transcription begin again.</summary>
    RetryTranscription,

    /// <summary>Has a recording heard again that has a text already; the responsible physician only.</summary>
    HearAnew,

    /// <summary>Ends a session and erases what it holds.</summary>
    CancelSession,

    /// <summary>Chooses who helps with a session.</summary>
    AssignAssistant,

    /// <summary>Takes out everything that is kept of a patient, for the patient.</summary>
    ExportPatient,

    /// <summary>Erases everything of a patient that may go.</summary>
    ErasePatient,

    /// <summary>Sees proofs of erasures.</summary>
    ReadErasures,

    /// <summary>Stops erasing by time, and lets it go on.</summary>
    HoldSession,

    /// <summary>Moves sessions on by time and by the queue; jobs only.</summary>
    MoveSessions,
}
