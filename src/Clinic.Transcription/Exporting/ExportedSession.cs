using Clinic.Transcription.Consents;
using Clinic.Transcription.Reports;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Exporting;

/// <summary>One session as a patient takes it along.</summary>
/// <param name="Session">The facts of it.</param>
/// <param name="Consents">What was decided, in its order.</param>
/// <param name="Transcript">As it was heard, its corrections, and as it reads; null where there is none to read.</param>
/// <param name="Reports">With their versions, addenda and edits.</param>
/// <param name="AudioFile">The file of the recording beside this document; null where there is none.</param>
/// <param name="Access">Who saw or changed it, oldest first.</param>
public sealed record ExportedSession(
    SessionSnapshot Session, IReadOnlyList<ConsentDecision> Consents, OpenedTranscript? Transcript, IReadOnlyList<ReportSnapshot> Reports, string? AudioFile,
    IReadOnlyList<ExportedAccess> Access)
{
    /// <summary>The type only; what was said is health data.</summary>
    public override string ToString() => nameof(ExportedSession);
}
