using System.Text.Json.Serialization;
using Clinic.Abstractions;

namespace Clinic.Dispensing.Tickets;

/// <summary>Adds what somebody knows to an open ticket.</summary>
public sealed record AddEvidence : DispensationCommand<DispensationAnswer>
{
    /// <inheritdoc/>
    public override string Name => "dispensing.add-evidence";

    /// <summary>The ticket.</summary>
    public required TicketId Ticket { get; init; }

    /// <summary>What is known; 1 to 1,000 characters.</summary>
    public required string Text { get; init; }

    /// <summary>A photo or document, kept sealed with its hash; null where there is none.</summary>
    [JsonIgnore]
    public AttachmentContent? Attachment { get; init; }

    /// <inheritdoc/>
    public override void Describe(IPayloadWriter payload)
    {
        base.Describe(payload);
        Attachment?.Describe(payload);
    }
}
