using Clinic.Transcription.Rights;

namespace Clinic.Transcription.Sessions;

/// <summary>Stops all erasing by a legal hold.</summary>
public sealed record HoldSession : SessionCommand
{
    /// <inheritdoc/>
    public override string Name => "transcription.hold-session";

    /// <summary>Why; at most 300 characters. It stands in the audit, so let it name nobody; never in events or logs.</summary>
    public required string Reason { get; init; }

    internal override string Done => "session-held";

    internal override string? Why => Reason;

    internal override TranscriptionAct Act => TranscriptionAct.HoldSession;

    internal override SessionPart Part => SessionPart.Site;
}
