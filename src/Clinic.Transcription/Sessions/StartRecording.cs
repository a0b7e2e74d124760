using Clinic.Transcription.Audio;
using Clinic.Transcription.Rights;

namespace Clinic.Transcription.Sessions;

/// <summary>Begins to record.</summary>
public sealed record StartRecording : SessionCommand
{
    /// <inheritdoc/>
    public override string Name => "transcription.start-recording";

    /// <summary>How the audio will be written.</summary>
    public required AudioFormat Format { get; init; }

    /// <summary>The recorder, for its signs of life; at most 100 characters.</summary>
    public required string Recorder { get; init; }

    internal override string Done => "recording-started";

    internal override TranscriptionAct Act => TranscriptionAct.Record;

    internal override SessionPart Part => SessionPart.Physician;
}
