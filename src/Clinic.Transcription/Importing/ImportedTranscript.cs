using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Importing;

/// <summary>A transcript that came from elsewhere.</summary>
/// <param name="Transcript">What it says; without segments where nobody speaks.</param>
/// <param name="Format">How it was written.</param>
public sealed record ImportedTranscript(Transcript Transcript, ImportFormat Format)
{
    /// <summary>The type only; what was said is health data.</summary>
    public override string ToString() => $"{nameof(ImportedTranscript)} {Format}";
}
