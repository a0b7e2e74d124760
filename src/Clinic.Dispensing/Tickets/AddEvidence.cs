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

    /// <summary>The id of a stored photo or document, or null.</summary>
    public Guid? Attachment { get; init; }
}
