using Clinic.Transcription.Rights;

namespace Clinic.Transcription.Sessions;

/// <summary>Ends a legal hold; what was to be erased meanwhile is erased.</summary>
public sealed record ReleaseSession : SessionCommand
{
    /// <inheritdoc/>
    public override string Name => "transcription.release-session";

    internal override string Done => "session-released";

    internal override TranscriptionAct Act => TranscriptionAct.HoldSession;

    internal override SessionPart Part => SessionPart.Site;
}
