using Clinic.Transcription.Rights;

namespace Clinic.Transcription.Sessions;

/// <summary>Lets the recording go on.</summary>
public sealed record ResumeRecording : SessionCommand
{
    /// <inheritdoc/>
    public override string Name => "transcription.resume-recording";

    /// <summary>The recorder, for its signs of life; at most 100 characters.</summary>
    public required string Recorder { get; init; }

    internal override string Done => "recording-resumed";

    internal override TranscriptionAct Act => TranscriptionAct.Record;

    internal override SessionPart Part => SessionPart.Physician;
}
