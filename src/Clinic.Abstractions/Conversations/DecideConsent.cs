using Clinic.Abstractions.Administration;

namespace Clinic.Abstractions.Conversations;

/// <summary>A person decides for themselves whether what they say is kept.</summary>
/// <param name="IsGiven">Kept from now on, or no more.</param>
/// <param name="Version">The version of the decision that was read; 0 for none.</param>
public sealed record DecideConsent(bool IsGiven, long Version) : AdministrationCommand<ConversationAnswer>
{
    /// <inheritdoc/>
    public override string Name => "clinic.decide-conversation-consent";

    /// <inheritdoc/>
    public override void Describe(IPayloadWriter payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        payload.Write("given", IsGiven);
        payload.Write("version", Version);
    }
}
