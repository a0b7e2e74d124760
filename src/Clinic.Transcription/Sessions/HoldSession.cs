using Clinic.Transcription.Rights;

namespace Clinic.Transcription.Sessions;

/// <summary>Stops all erasing by a legal hold.</summary>
public sealed record HoldSession : SessionCommand
{
    /// <inheritdoc/>
    public override string Name => "transcription.hold-session";

    /// <summary>Why; at most 300 characters, and never in events, notes or logs.</summary>
    public required string Reason { get; init; }

    internal override string Done => "session-held";

    internal override TranscriptionAct Act => TranscriptionAct.HoldSession;

    internal override SessionPart Part => SessionPart.Site;
}
