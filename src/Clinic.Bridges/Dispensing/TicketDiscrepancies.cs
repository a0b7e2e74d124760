using Clinic.Abstractions;
using Clinic.Dispensing.Tickets;
using Clinic.Pharmacy.Alerts;

namespace Clinic.Bridges.Dispensing;

/// <summary>Tells the pharmacy's alerts of open tickets of dispensing.</summary>
internal sealed class TicketDiscrepancies(ITicketStore tickets) : IOpenDiscrepancies
{
    private static readonly TicketQuery Open = new() { IsOpen = true };

    /// <inheritdoc/>
    public async Task<Page<OpenDiscrepancy>> ListAsync(TenantId tenant, PageRequest page, CancellationToken cancellationToken)
    {
        var found = await tickets.ListAsync(tenant, Open, page, cancellationToken).ConfigureAwait(false);
        return new([.. found.Items.Select(t => new OpenDiscrepancy($"ticket/{t.Ticket.Id}", t.Ticket.Kind.ToString(), t.Ticket.RaisedAt, t.Department ?? t.Pharmacy))], found.Next);
    }
}
