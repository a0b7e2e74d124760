using Clinic.Transcription.Consents;
using Clinic.Transcription.Rights;

namespace Clinic.Transcription.Sessions;

/// <summary>Writes down that the patient agrees to scopes.</summary>
public sealed record GrantConsent : SessionCommand
{
    /// <inheritdoc/>
    public override string Name => "transcription.grant-consent";

    /// <summary>The form that was shown; it must be the current one.</summary>
    public required int FormVersion { get; init; }

    /// <summary>What was agreed to.</summary>
    public required ConsentScope Scopes { get; init; }

    /// <summary>By whom and how.</summary>
    public required GivenBy Given { get; init; }

    internal override string Done => "consent-granted";

    internal override TranscriptionAct Act => TranscriptionAct.RecordConsent;

    internal override SessionPart Part => SessionPart.Participants;
}
