using Clinic.Transcription.Rights;

namespace Clinic.Transcription.Sessions;

/// <summary>Lets an engine listen once more, after it failed or heard nobody.</summary>
public sealed record RetryTranscription : SessionCommand
{
    /// <inheritdoc/>
    public override string Name => "transcription.retry-transcription";

    internal override string Done => "transcription-retried";

    internal override TranscriptionAct Act => TranscriptionAct.RetryTranscription;

    internal override SessionPart Part => SessionPart.Supervised;
}
