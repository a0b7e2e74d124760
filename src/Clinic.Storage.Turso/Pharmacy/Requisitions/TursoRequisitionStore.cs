using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Pharmacy.Requisitions;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.Transfers;

namespace Clinic.Storage.Turso.Pharmacy.Requisitions;

/// <summary>Requisitions with lines, deliveries and history.</summary>
internal sealed class TursoRequisitionStore(ClinicDatabase source) : IRequisitionStore
{
    private const string Select = """
        SELECT r.id, r.site_id, r.requesting_id, r.destination_id, r.supplying_id, r.origin_id, r.priority, r.needed_by, r.reason, r.status, r.suspended_from,
            r.number_year, r.number_sequence, r.rest_closed, r.version,
            (SELECT json_group_array(json_array(x.position, x.presentation_id, x.scale, x.asked, x.approved, x.cut_reason))
             FROM requisition_lines x WHERE x.tenant_id = r.tenant_id AND x.requisition_id = r.id),
            (SELECT json_group_array(json_array(d.position, d.transfer_id, d.dispatched_by, d.dispatched, d.received_by, d.received))
             FROM requisition_deliveries d WHERE d.tenant_id = r.tenant_id AND d.requisition_id = r.id),
            (SELECT json_group_array(json_array(l.position, l.delivery, l.lot_id, l.presentation_id, l.scale, l.sent, l.received, l.damaged, l.written_off))
             FROM requisition_lots l WHERE l.tenant_id = r.tenant_id AND l.requisition_id = r.id),
            (SELECT json_group_array(json_array(s.position, s.act, s.status, s.actor_id, s.at, s.note))
             FROM requisition_steps s WHERE s.tenant_id = r.tenant_id AND s.requisition_id = r.id)
        FROM requisitions r WHERE r.tenant_id = ?1
        """;

    private const string Insert = """
        INSERT INTO requisitions (tenant_id, id, site_id, requesting_id, destination_id, supplying_id, origin_id, priority, needed_by, reason, status, suspended_from,
            number_year, number_sequence, rest_closed, has_unsent, has_on_the_way, has_missing, written, version, created_at, updated_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, 1, ?20, ?20)
        """;

    private const string Update = """
        UPDATE requisitions SET requesting_id = ?3, destination_id = ?4, supplying_id = ?5, origin_id = ?6, priority = ?7, needed_by = ?8, reason = ?9, status = ?10,
            suspended_from = ?11, number_year = ?12, number_sequence = ?13, rest_closed = ?14, has_unsent = ?15, has_on_the_way = ?16, has_missing = ?17, version = ?18,
            updated_at = ?19
        WHERE tenant_id = ?1 AND id = ?2 AND version = ?18 - 1
        """;

    // Everything that hangs on a requisition goes in one statement each: there may be hundreds of lines.
    private const string PutLines = """
        INSERT INTO requisition_lines (tenant_id, requisition_id, position, presentation_id, scale, asked, approved, cut_reason)
        SELECT ?1, ?2, e.key, json_extract(e.value, '$[0]'), json_extract(e.value, '$[1]'), json_extract(e.value, '$[2]'), json_extract(e.value, '$[3]'), json_extract(e.value, '$[4]')
        FROM json_each(?3) e WHERE true
        ON CONFLICT (tenant_id, requisition_id, position) DO UPDATE SET
            presentation_id = excluded.presentation_id, scale = excluded.scale, asked = excluded.asked, approved = excluded.approved, cut_reason = excluded.cut_reason
        """;

    private const string PutDeliveries = """
        INSERT INTO requisition_deliveries (tenant_id, requisition_id, position, transfer_id, dispatched_by, dispatched, received_by, received)
        SELECT ?1, ?2, e.key, json_extract(e.value, '$[0]'), json_extract(e.value, '$[1]'), json_extract(e.value, '$[2]'), json_extract(e.value, '$[3]'), json_extract(e.value, '$[4]')
        FROM json_each(?3) e WHERE true
        ON CONFLICT (tenant_id, requisition_id, position) DO UPDATE SET received_by = excluded.received_by, received = excluded.received
        """;

    private const string PutLots = """
        INSERT INTO requisition_lots (tenant_id, requisition_id, position, delivery, lot_id, presentation_id, scale, sent, received, damaged, written_off)
        SELECT ?1, ?2, e.key, json_extract(e.value, '$[0]'), json_extract(e.value, '$[1]'), json_extract(e.value, '$[2]'), json_extract(e.value, '$[3]'), json_extract(e.value, '$[4]'),
            json_extract(e.value, '$[5]'), json_extract(e.value, '$[6]'), json_extract(e.value, '$[7]')
        FROM json_each(?3) e WHERE true
        ON CONFLICT (tenant_id, requisition_id, position) DO UPDATE SET received = excluded.received, damaged = excluded.damaged, written_off = excluded.written_off
        """;

    private const string PutSteps = """
        INSERT INTO requisition_steps (tenant_id, requisition_id, position, act, status, actor_id, at, note)
        SELECT ?1, ?2, e.key, json_extract(e.value, '$[0]'), json_extract(e.value, '$[1]'), json_extract(e.value, '$[2]'), json_extract(e.value, '$[3]'), json_extract(e.value, '$[4]')
        FROM json_each(?3) e WHERE true
        ON CONFLICT (tenant_id, requisition_id, position) DO NOTHING
        """;

    /// <inheritdoc/>
    public Task<Requisition?> FindAsync(TenantId tenant, RequisitionId requisition, CancellationToken cancellationToken) =>
        source.FindAsync($"{Select} AND r.id = ?2", [tenant.Value, requisition.Value], Read, cancellationToken);

    /// <inheritdoc/>
    public async Task<Page<Requisition>> ListAsync(TenantId tenant, RequisitionQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        var filter = new Filter(Select, tenant.Value);
        Sides(filter, query);
        if (query.Status is { } status) filter.And("r.status =", SqlValue.Of(status));
        if (query.Destination is { } destination) filter.And("r.destination_id =", destination.Value);
        if (query.OpenOnly) filter.And("r.status NOT IN ('rejected', 'completed', 'cancelled')");
        switch (query.Work)
        {
            case RequisitionWork.ToChange: filter.And("r.status =", SqlValue.Of(RequisitionStatus.Returned)); break;
            case RequisitionWork.ToApprove: filter.And("r.status =", SqlValue.Of(RequisitionStatus.Submitted)); break;
            case RequisitionWork.ToPick: filter.And("r.has_unsent = 1"); break;
            case RequisitionWork.ToReceive: filter.And("r.has_on_the_way = 1"); break;
            case RequisitionWork.Short: filter.And("r.has_missing = 1"); break;
        }

        if (page.After is { } after) filter.And("(r.written, r.id) < (SELECT a.written, a.id FROM requisitions a WHERE a.tenant_id = ?1 AND a.id =", after).Close();
        var (sql, values) = filter.End("ORDER BY r.written DESC, r.id DESC", page.Size + 1);
        return Paging.Cut(await source.ListAsync(sql, values, Read, cancellationToken).ConfigureAwait(false), page, r => r.Id.ToString());
    }

    /// <inheritdoc/>
    public async Task<int> LastSequenceAsync(TenantId tenant, SiteId site, int year, CancellationToken cancellationToken) =>
        (await source.ListAsync(
            "SELECT coalesce(max(r.number_sequence), 0) FROM requisitions r WHERE r.tenant_id = ?1 AND r.site_id = ?2 AND r.number_year = ?3",
            [tenant.Value, site.Value, year], r => r.Int(0), cancellationToken).ConfigureAwait(false))[0];

    /// <inheritdoc/>
    public void Save(IUnit unit, Requisition requisition)
    {
        ArgumentNullException.ThrowIfNull(requisition);
        var mine = TursoUnit.Of(unit);
        var s = requisition.ToSnapshot();
        SqlValue suspended = s.SuspendedFrom is { } from ? SqlValue.Of(from) : SqlValue.Null;
        if (s.Version == 1)
        {
            mine.Add(
                Insert, Guard.OneRow(requisition.Fact),
                mine.Tenant, s.Id.Value, s.Site.Value, s.Requesting.Value, s.Destination.Value, s.Supplying.Value, s.Origin.Value, SqlValue.Of(s.Priority), s.NeededBy, s.Reason,
                SqlValue.Of(s.Status), suspended, s.Number?.Year, s.Number?.Sequence, s.IsRestClosed, requisition.HasUnsent, requisition.HasOnTheWay, requisition.HasMissing,
                requisition.Created, mine.Now);
        }
        else
        {
            mine.Add(
                Update, Guard.OneRow(requisition.Fact),
                mine.Tenant, s.Id.Value, s.Requesting.Value, s.Destination.Value, s.Supplying.Value, s.Origin.Value, SqlValue.Of(s.Priority), s.NeededBy, s.Reason,
                SqlValue.Of(s.Status), suspended, s.Number?.Year, s.Number?.Sequence, s.IsRestClosed, requisition.HasUnsent, requisition.HasOnTheWay, requisition.HasMissing,
                s.Version, mine.Now);
        }

        mine.Add("DELETE FROM requisition_lines WHERE tenant_id = ?1 AND requisition_id = ?2 AND position >= ?3", Guard.None, mine.Tenant, s.Id.Value, s.Lines.Count);
        Put(mine, PutLines, s.Id, s.Lines.Select(l => new object?[] { l.Presentation.ToString(), l.Asked.Scale, l.Asked.Steps, l.Approved?.Steps, l.CutReason }));
        Put(mine, PutDeliveries, s.Id, s.Deliveries.Select(d => new object?[]
        {
            d.Transfer.ToString(), d.DispatchedBy.ToString(), d.Dispatched.ToUnixTimeMicroseconds(), d.ReceivedBy?.ToString(), d.Received?.ToUnixTimeMicroseconds(),
        }));
        Put(mine, PutLots, s.Id, s.Deliveries.SelectMany((d, i) => d.Lots.Select(l => new object?[]
        {
            i, l.Lot.ToString(), l.Presentation.ToString(), l.Sent.Scale, l.Sent.Steps, l.Received.Steps, l.Damaged.Steps, l.WrittenOff.Steps,
        })));
        Put(mine, PutSteps, s.Id, s.History.Select(h => new object?[]
        {
            SqlValue.Of(h.Trigger).Text, SqlValue.Of(h.Status).Text, h.By.ToString(), h.At.ToUnixTimeMicroseconds(), h.Note,
        }));
    }

    private static void Put(TursoUnit mine, string sql, RequisitionId id, IEnumerable<object?[]> rows)
    {
        var all = rows.ToList();
        if (all.Count > 0) mine.Add(sql, Guard.None, mine.Tenant, id.Value, JsonSerializer.Serialize(all));
    }

    // The side that has to act, or either.
    private static void Sides(Filter filter, RequisitionQuery query)
    {
        if (query.Departments is not { } departments) return;
        var ids = JsonSerializer.Serialize(departments.Select(d => d.ToString()));
        switch (query.Work)
        {
            case RequisitionWork.ToChange or RequisitionWork.ToReceive: filter.Where("r.requesting_id IN (SELECT value FROM json_each({0}))", ids); break;
            case RequisitionWork.ToApprove or RequisitionWork.ToPick: filter.Where("r.supplying_id IN (SELECT value FROM json_each({0}))", ids); break;
            default: filter.Where("(r.requesting_id IN (SELECT value FROM json_each({0})) OR r.supplying_id IN (SELECT value FROM json_each({0})))", ids); break;
        }
    }

    private static Requisition Read(Row r)
    {
        var lots = JsonRows.Read(r.Text(17), x =>
        {
            var scale = x.Int(4);
            return (Delivery: x.Int(1), Lot: new DeliveredLot(
                x.Id<LotId>(2), x.Id<PresentationId>(3), new(x.Long(5), scale), new(x.Long(6), scale), new(x.Long(7), scale), new(x.Long(8), scale)));
        }).ToLookup(l => l.Delivery, l => l.Lot);
        return Requisition.Restore(new(
            r.Id<RequisitionId>(0), r.Id<SiteId>(1), r.Id<DepartmentId>(2), r.Id<LocationId>(3), r.Id<DepartmentId>(4), r.Id<LocationId>(5), r.Enum<RequisitionPriority>(6),
            r.DateOrNull(7), r.TextOrNull(8),
            JsonRows.Read(r.Text(15), x =>
            {
                var scale = x.Int(2);
                return new RequisitionLine(
                    x.Id<PresentationId>(1), new StockQuantity(x.Long(3), scale), x.LongOrNull(4) is { } approved ? new StockQuantity(approved, scale) : null, x.TextOrNull(5));
            }),
            JsonRows.Read(r.Text(16), x => new RequisitionDelivery(
                x.Id<TransferId>(1), x.Id<PersonId>(2), x.Instant(3), [.. lots[x.Int(0)]], x.IdOrNull<PersonId>(4), x.InstantOrNull(5))),
            JsonRows.Read(r.Text(18), x => new RequisitionStep(x.Enum<RequisitionTrigger>(1), x.Enum<RequisitionStatus>(2), x.Id<PersonId>(3), x.Instant(4), x.TextOrNull(5))),
            r.Enum<RequisitionStatus>(9), r.IsNull(10) ? null : r.Enum<RequisitionStatus>(10), r.IsNull(12) ? null : new RequisitionNumber(r.Int(11), r.Int(12)), r.Bool(13), r.Long(14)));
    }
}
