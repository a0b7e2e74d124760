using Clinic.Abstractions;

namespace Clinic.Transcription.Retention;

/// <summary>Ends the legal holds of every session that a patient has at the site; what was to be erased meanwhile is erased.</summary>
public sealed record ReleasePatient : TranscriptionCommand<PatientHoldAnswer>
{
    /// <inheritdoc/>
    public override string Name => "transcription.release-patient";

    /// <summary>Whose sessions.</summary>
    public required PatientId Patient { get; init; }
}
