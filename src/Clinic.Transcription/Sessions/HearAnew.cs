using Clinic.Transcription.Rights;

namespace Clinic.Transcription.Sessions;

/// <summary>Lets an engine listen to a recording again although there is a text, such as one with wordless stretches; what it hears replaces the text as a new version.</summary>
public sealed record HearAnew : SessionCommand
{
    /// <inheritdoc/>
    public override string Name => "transcription.hear-anew";

    /// <summary>Whether what people corrected, brought or typed may be replaced too; it stays readable in its version.</summary>
    public bool ReplaceCorrections { get; init; }

    internal override string Done => "hearing-asked-anew";

    internal override TranscriptionAct Act => TranscriptionAct.HearAnew;

    internal override SessionPart Part => SessionPart.Physician;
}
