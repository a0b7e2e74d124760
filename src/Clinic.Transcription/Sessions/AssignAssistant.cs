using Clinic.Abstractions;
using Clinic.Transcription.Rights;

namespace Clinic.Transcription.Sessions;

/// <summary>Chooses who helps with a session.</summary>
public sealed record AssignAssistant : SessionCommand
{
    /// <inheritdoc/>
    public override string Name => "transcription.assign-assistant";

    /// <summary>Who helps; null for nobody.</summary>
    public PersonId? Assistant { get; init; }

    internal override string Done => "assistant-assigned";

    internal override TranscriptionAct Act => TranscriptionAct.AssignAssistant;

    internal override SessionPart Part => SessionPart.Supervised;
}
