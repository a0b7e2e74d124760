using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Dispensing.Tickets;

namespace Clinic.Storage.Turso.Dispensing;

/// <summary>The columns of a ticket, wherever they are read.</summary>
internal static class TicketRows
{
    /// <summary>A row of the table with the alias <c>t</c>.</summary>
    public const string Json =
        "json_array(t.position, t.id, t.kind, t.line, t.lot_id, t.amount, t.raised_by, t.raised_at, t.owner_id, t.due, t.escalations, json(t.evidence), json(t.resolution))";

    public static Ticket Read(JsonElement x) => new(
        x.Id<TicketId>(1), x.Enum<TicketKind>(2), (int?)x.LongOrNull(3), x.IdOrNull<LotId>(4), x.LongOrNull(5) is { } amount ? Millionths.Read(amount) : null,
        x.Id<PersonId>(6), x.Instant(7), x.IdOrNull<PersonId>(8), x.Instant(9), x.Int(10), x.Detail<Evidence[]>(11)!, x.Detail<TicketResolution>(12));
}
