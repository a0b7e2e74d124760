using Clinic.Transcription.Consents;
using Clinic.Transcription.Rights;

namespace Clinic.Transcription.Sessions;

/// <summary>Writes down that a consent is taken back, in whole or in part; what it covered is erased.</summary>
public sealed record WithdrawConsent : SessionCommand
{
    /// <inheritdoc/>
    public override string Name => "transcription.withdraw-consent";

    /// <summary>What is taken back; null for everything. Without recording or text the session ends.</summary>
    public ConsentScope? Scopes { get; init; }

    /// <summary>By whom and how.</summary>
    public required GivenBy Given { get; init; }

    internal override string Done => "consent-withdrawn";

    internal override TranscriptionAct Act => TranscriptionAct.WithdrawConsent;

    internal override SessionPart Part => SessionPart.Supervised;
}
