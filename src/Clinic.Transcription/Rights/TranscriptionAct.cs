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
}
