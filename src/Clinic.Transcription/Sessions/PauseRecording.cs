using Clinic.Transcription.Rights;

namespace Clinic.Transcription.Sessions;

/// <summary>Lets the recording stand still in the visit.</summary>
public sealed record PauseRecording : SessionCommand
{
    /// <inheritdoc/>
    public override string Name => "transcription.pause-recording";

    /// <summary>Why.</summary>
    public required RecordingGapReason Reason { get; init; }

    internal override string Done => "recording-paused";

    internal override TranscriptionAct Act => TranscriptionAct.Record;

    internal override SessionPart Part => SessionPart.Physician;
}
