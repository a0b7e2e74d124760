using Clinic.Transcription.Rights;

namespace Clinic.Transcription.Sessions;

/// <summary>Closes a recording that was made elsewhere, after its last byte.</summary>
public sealed record ImportAudio : SessionCommand
{
    /// <inheritdoc/>
    public override string Name => "transcription.import-audio";

    internal override string Done => "audio-imported";

    internal override TranscriptionAct Act => TranscriptionAct.BringTranscript;
}
