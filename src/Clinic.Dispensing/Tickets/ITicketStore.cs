using Clinic.Abstractions;

namespace Clinic.Dispensing.Tickets;

/// <summary>Finds tickets across dispensations; they are staged with their dispensation.</summary>
public interface ITicketStore
{
    /// <summary>Tickets by due instant, soonest first, then id; paged.</summary>
    Task<Page<TicketView>> ListAsync(TenantId tenant, TicketQuery query, PageRequest page, CancellationToken cancellationToken);
}
