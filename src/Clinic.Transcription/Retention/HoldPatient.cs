using Clinic.Abstractions;

namespace Clinic.Transcription.Retention;

/// <summary>Puts every session that a patient has at the site under a legal hold, and every one that is opened there until the release.</summary>
public sealed record HoldPatient : TranscriptionCommand<PatientHoldAnswer>
{
    /// <inheritdoc/>
    public override string Name => "transcription.hold-patient";

    /// <summary>Whose sessions.</summary>
    public required PatientId Patient { get; init; }

    /// <summary>Why; at most 300 characters. It stands in the audit, so let it name nobody; never in events or logs.</summary>
    public required string Reason { get; init; }
}
