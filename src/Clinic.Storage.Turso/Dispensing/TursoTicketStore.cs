using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Tickets;

namespace Clinic.Storage.Turso.Dispensing;

/// <summary>Tickets across dispensations.</summary>
internal sealed class TursoTicketStore(ClinicDatabase source) : ITicketStore
{
    private const string Select = $"""
        SELECT t.dispensation_id, d.department_id, d.pharmacy_id, {TicketRows.Json}
        FROM tickets t JOIN dispensations d ON d.tenant_id = t.tenant_id AND d.id = t.dispensation_id
        WHERE t.tenant_id = ?1
        """;

    /// <inheritdoc/>
    public async Task<Page<TicketView>> ListAsync(TenantId tenant, TicketQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        var filter = new Filter(Select, tenant.Value);
        if (query.IsOpen is { } open) filter.And(open ? "t.is_open = 1" : "t.is_open = 0");
        if (query.Owner is { } owner) filter.And("t.owner_id =", owner.Value);
        if (query.Kind is { } kind) filter.And("t.kind =", SqlValue.Of(kind));
        if (query.DueBefore is { } before) filter.And("t.due <", before);
        if (query.Site is { } site) filter.And("d.site_id =", site.Value);
        if (query.Departments is { } departments)
        {
            const string Either = "(d.pharmacy_id IN (SELECT value FROM json_each({0})) OR d.department_id IN (SELECT value FROM json_each({0})))";
            filter.Where(Either, JsonSerializer.Serialize(departments.Select(d => d.ToString())));
        }

        if (page.After is { } after)
        {
            if (!InstantMark.TryParse(after, out var mark)) return new([], null);
            filter.Where("(t.due, t.id) > ({0}, {1})", mark.At, mark.Id);
        }

        var (sql, values) = filter.End("ORDER BY t.due, t.id", page.Size + 1);
        var found = await source.ListAsync(sql, values, Read, cancellationToken).ConfigureAwait(false);
        return Paging.Cut(found, page, v => InstantMark.Of(v.Ticket.Due, v.Ticket.Id.Value));
    }

    private static TicketView Read(Row r)
    {
        using var ticket = JsonDocument.Parse(r.Text(3));
        return new(r.Id<DispensationId>(0), r.IdOrNull<DepartmentId>(1), r.Id<DepartmentId>(2), TicketRows.Read(ticket.RootElement));
    }
}
