using Clinic.Abstractions;
using Clinic.Transcription.Consents;

namespace Clinic.Transcription.Retention;

/// <summary>Erases everything of a patient that may go: audio, transcripts, drafts; signed reports stay and are flagged.</summary>
public sealed record ErasePatient : TranscriptionCommand<PatientErasureAnswer>
{
    /// <inheritdoc/>
    public override string Name => "transcription.erase-patient";

    /// <summary>Whose.</summary>
    public required PatientId Patient { get; init; }

    /// <summary>Who asked for it, and how.</summary>
    public required GivenBy Given { get; init; }
}
