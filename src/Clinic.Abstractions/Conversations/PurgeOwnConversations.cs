using Clinic.Abstractions.Administration;

namespace Clinic.Abstractions.Conversations;

/// <summary>A person removes everything that was kept of what they said.</summary>
public sealed record PurgeOwnConversations : AdministrationCommand<ConversationAnswer>
{
    /// <inheritdoc/>
    public override string Name => "clinic.purge-own-conversations";

    /// <inheritdoc/>
    public override void Describe(IPayloadWriter payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        payload.Write("what", "own conversations");
    }
}
