using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Dispensing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Inquiries;
using Clinic.Dispensing.Tickets;

namespace Clinic.Api.Dispensing;

/// <summary>Tickets: what must be explained before the books close.</summary>
internal static class TicketRoutes
{
    public static Task<Page<TicketView>> ListAsync(
        SiteReading reading, [AsParameters] TicketFilter filter, [AsParameters] Paged paged, DispensationInquiries inquiries, CancellationToken ct) =>
        inquiries.TicketsAsync(reading.X, filter.Query, paged.Request, ct);

    public static Task<DispensationAnswer> EvidenceAsync(
        SiteCommand command, DispensationId dispensation, TicketId ticket, ReadVersion read, Body<EvidenceRequest> body, TicketDesk tickets, CancellationToken ct) =>
        tickets.AddEvidenceAsync(command.X, new()
        {
            Dispensation = dispensation,
            Version = read.OrAny(body.Value.Version),
            Ticket = ticket,
            Text = body.Value.Text,
            Attachment = body.Value.Attachment?.ToContent(),
        }, ct);

    public static Task<DispensationAnswer> AssignAsync(
        SiteCommand command, DispensationId dispensation, TicketId ticket, ReadVersion read, Body<AssignTicketRequest> body, TicketDesk tickets, CancellationToken ct) =>
        tickets.AssignAsync(command.X, new()
        {
            Dispensation = dispensation,
            Version = read.OrAny(body.Value.Version),
            Ticket = ticket,
            Owner = body.Value.Owner,
            Due = body.Value.Due,
        }, ct);

    public static Task<DispensationAnswer> ResolveAsync(
        SiteCommand command, DispensationId dispensation, TicketId ticket, ReadVersion read, Body<ResolveTicketRequest> body, TicketDesk tickets, HttpContext http,
        CancellationToken ct) =>
        tickets.ResolveAsync(
            command.X, body.Value.ToCommand(dispensation, ticket, read.OrAny(body.Value.Version), Device.Of(http, body.Value.Device)), ct);
}
