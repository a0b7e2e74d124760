using Clinic.Transcription.Rights;

namespace Clinic.Transcription.Sessions;

/// <summary>Ends a session without a report; what it holds is erased.</summary>
public sealed record CancelSession : SessionCommand
{
    /// <inheritdoc/>
    public override string Name => "transcription.cancel-session";

    /// <summary>Why; at most 300 characters, and never in events, notes or logs.</summary>
    public string? Reason { get; init; }

    internal override string Done => "session-cancelled";

    internal override TranscriptionAct Act => TranscriptionAct.CancelSession;

    internal override SessionPart Part => SessionPart.Supervised;
}
