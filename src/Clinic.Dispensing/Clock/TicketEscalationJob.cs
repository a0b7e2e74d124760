using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using NodaTime;

namespace Clinic.Dispensing.Clock;

/// <summary>Brings up tickets again that stayed open past their due time.</summary>
public sealed class TicketEscalationJob(IDispensationStore dispensations, Deadlines deadlines, IClock clock, IIdGenerator ids)
    : DeadlineJob(DeadlineKind.Ticket, dispensations, deadlines, clock, ids)
{
    /// <inheritdoc/>
    public override string Name => "dispensing.ticket-escalation";
}
