using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Dispensing.Tickets;

/// <summary>Gives an open ticket to somebody who took no part, perhaps with another due time.</summary>
public sealed record AssignTicket : DispensationCommand<DispensationAnswer>
{
    /// <inheritdoc/>
    public override string Name => "dispensing.assign-ticket";

    /// <summary>The ticket.</summary>
    public required TicketId Ticket { get; init; }

    /// <summary>Who looks into it.</summary>
    public required PersonId Owner { get; init; }

    /// <summary>By when; null leaves it.</summary>
    public Instant? Due { get; init; }
}
