using Clinic.Transcription.Rights;

namespace Clinic.Transcription.Sessions;

/// <summary>Ends the recording and closes its audio.</summary>
public sealed record StopRecording : SessionCommand
{
    /// <inheritdoc/>
    public override string Name => "transcription.stop-recording";

    internal override string Done => "recording-stopped";

    internal override TranscriptionAct Act => TranscriptionAct.Record;

    internal override SessionPart Part => SessionPart.Physician;
}
