using Clinic.Transcription.Audio;
using Clinic.Transcription.Rights;

namespace Clinic.Transcription.Sessions;

/// <summary>Makes the place for a recording that was made elsewhere; its bytes are appended next.</summary>
public sealed record BeginImport : SessionCommand
{
    /// <inheritdoc/>
    public override string Name => "transcription.begin-import";

    /// <summary>How the audio is written.</summary>
    public required AudioFormat Format { get; init; }

    /// <summary>Whether what came so far goes, as for a wrong file; otherwise the import goes on where it stood.</summary>
    public bool StartOver { get; init; }

    internal override string Done => "import-begun";

    internal override TranscriptionAct Act => TranscriptionAct.BringTranscript;
}
