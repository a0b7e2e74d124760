using Clinic.Transcription.Consents;
using Clinic.Transcription.Rights;

namespace Clinic.Transcription.Sessions;

/// <summary>Writes down that the patient agrees to nothing; a report by hand is still possible.</summary>
public sealed record RefuseConsent : SessionCommand
{
    /// <inheritdoc/>
    public override string Name => "transcription.refuse-consent";

    /// <summary>The form that was shown; null where it did not come to that.</summary>
    public int? FormVersion { get; init; }

    /// <summary>By whom and how.</summary>
    public required GivenBy Given { get; init; }

    internal override string Done => "consent-refused";

    internal override TranscriptionAct Act => TranscriptionAct.RecordConsent;

    internal override SessionPart Part => SessionPart.Participants;
}
