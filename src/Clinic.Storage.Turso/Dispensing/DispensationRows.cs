using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.HandOvers;
using Clinic.Dispensing.Products;
using Clinic.Dispensing.Returning;

namespace Clinic.Storage.Turso.Dispensing;

/// <summary>A dispensation with all its child rows as one row, so that a whole page is one statement and one snapshot.</summary>
internal static class DispensationRows
{
    /// <summary>Of the table with the alias <c>d</c>.</summary>
    public const string Columns = $"""
        d.id, d.site_id, d.from_location_id, d.pharmacy_id, d.department_id, d.area, d.patient_id, d.encounter_id, d.urgency, d.refills_allowed, d.refill_of,
        d.refill_no, d.requested_at, d.requested_by, d.status, d.accountability, d.prescription, d.valid_until, d.authorise_by, d.use_by, d.detail, d.version,
        (SELECT json_group_array(json_array(l.line, json(l.product), l.asked, l.asked_unit, l.quantity, l.directions, l.usable_through, l.may_substitute,
            json(l.substituted))) FROM dispensation_lines l WHERE l.tenant_id = d.tenant_id AND l.dispensation_id = d.id),
        (SELECT json_group_array(json_array(p.position, p.line, p.reservation_id, p.lot_id, p.number, p.expiration, p.quantity, p.confirmed_by,
            p.confirmed_at, p.is_scanned)) FROM dispensation_parts p WHERE p.tenant_id = d.tenant_id AND p.dispensation_id = d.id),
        (SELECT json_group_array(json_array(a.position, a.line, a.lot_id, a.number, a.expiration, a.delivered, a.used, a.returned, a.wasted, a.booked,
            a.pending_return, a.first_delivered, a.opened_at, a.open_rest, a.overfill)) FROM lot_accounts a WHERE a.tenant_id = d.tenant_id AND a.dispensation_id = d.id),
        (SELECT json_group_array(json_array(i.position, i.line, i.account, i.hand_over_id, i.posting_id, i.quantity, i.returned))
            FROM lot_issues i WHERE i.tenant_id = d.tenant_id AND i.dispensation_id = d.id),
        (SELECT json_group_array(json_array(h.position, h.id, h.at, h.deliverer_id, h.recipient_id, json(h.receipt), json(h.attestation),
            json(h.second_person), h.attachment_id, json(h.parts))) FROM hand_overs h WHERE h.tenant_id = d.tenant_id AND h.dispensation_id = d.id),
        (SELECT json_group_array(json_array(r.position, r.id, r.line, r.lot_id, r.declared, r.condition, r.reason, r.declared_by, r.declared_at, r.counted,
            r.counted_by, r.counted_at, r.to_location_id)) FROM ward_returns r WHERE r.tenant_id = d.tenant_id AND r.dispensation_id = d.id),
        (SELECT json_group_array({TicketRows.Json}) FROM tickets t WHERE t.tenant_id = d.tenant_id AND t.dispensation_id = d.id)
        """;

    private const int Lines = 22;

    public static Dispensation Read(Row r)
    {
        var detail = DetailJson.Read<DispensationDetail>(r.Text(20));
        return Dispensation.Restore(new()
        {
            Id = r.Id<DispensationId>(0),
            Site = r.Id<SiteId>(1),
            From = r.Id<LocationId>(2),
            Pharmacy = r.Id<DepartmentId>(3),
            Target = new(r.IdOrNull<DepartmentId>(4), r.Enum<CareArea>(5), r.IdOrNull<PatientId>(6), r.IdOrNull<EncounterId>(7)),
            Urgency = r.Enum<Urgency>(8),
            Refills = new(r.Int(9), r.IdOrNull<DispensationId>(10), r.Int(11)),
            Requested = new(r.Id<PersonId>(13), r.Instant(12)),
            Status = r.Enum<DispenseStatus>(14),
            Accountability = r.Enum<AccountabilityStatus>(15),
            Prescription = r.TextOrNull(16),
            ValidUntil = r.Instant(17),
            AuthoriseBy = r.InstantOrNull(18),
            UseBy = r.InstantOrNull(19),
            Authorised = detail.Authorised,
            Prepared = detail.Prepared,
            Checked = detail.Checked,
            Hold = detail.Hold,
            Ended = detail.Ended,
            Closed = detail.Closed,
            Participants = detail.Participants,
            Version = r.Long(21),
            Lines = LinesOf(r),
            HandOvers = JsonRows.Read(r.Text(Lines + 4), HandOver),
            Returns = JsonRows.Read(r.Text(Lines + 5), Return),
            Tickets = JsonRows.Read(r.Text(Lines + 6), TicketRows.Read),
        });
    }

    private static IReadOnlyList<DispensationLine> LinesOf(Row r)
    {
        var parts = JsonRows.Read(r.Text(Lines + 1), x => (Line: x.Int(1), Part: Part(x))).ToLookup(p => p.Line, p => p.Part);
        var issues = JsonRows.Read(r.Text(Lines + 3), x => (At: (x.Int(1), x.Int(2)), Issue: Issue(x))).ToLookup(i => i.At, i => i.Issue);
        var accounts = JsonRows.Read(r.Text(Lines + 2), x => (Line: x.Int(1), Account: Account(x, issues[(x.Int(1), x.Int(0))]))).ToLookup(a => a.Line, a => a.Account);
        return JsonRows.Read(r.Text(Lines), x => new DispensationLine(
            x.Int(0), x.Detail<DispensableProduct>(1)!, new(DetailJson.Decimal(x.Text(2)), new UnitCode(x.Text(3))), Millionths.Read(x.Long(4)), x.TextOrNull(5),
            x.DateOrNull(6), x.Bool(7), x.Detail<Substitution>(8), [.. parts[x.Int(0)]], [.. accounts[x.Int(0)]]));
    }

    private static AllocatedPart Part(JsonElement x) => new(
        x.Uuid(2), x.Id<LotId>(3), x.Text(4), x.DateOrNull(5), Millionths.Read(x.Long(6)), x.IdOrNull<PersonId>(7) is { } by ? new(by, x.Instant(8)) : null,
        x.Bool(9));

    private static LotIssue Issue(JsonElement x) => new(x.Id<HandOverId>(3), x.Uuid(4), Millionths.Read(x.Long(5)), Millionths.Read(x.Long(6)));

    private static LotAccount Account(JsonElement x, IEnumerable<LotIssue> issues) => new(
        x.Id<LotId>(2), x.Text(3), x.DateOrNull(4), [.. issues], Millionths.Read(x.Long(5)), Millionths.Read(x.Long(6)), Millionths.Read(x.Long(7)),
        Millionths.Read(x.Long(8)), Millionths.Read(x.Long(9)), Millionths.Read(x.Long(10)), x.Instant(11), x.InstantOrNull(12), Millionths.Read(x.Long(13)), Millionths.Read(x.Long(14)));

    private static HandOverRecord HandOver(JsonElement x) => new(
        x.Id<HandOverId>(1), x.Instant(2), x.Id<PersonId>(3), x.Id<PersonId>(4), x.Detail<AuthenticationRecord>(5), x.Detail<AttestationRecord>(6),
        x.Detail<AuthenticationRecord>(7), x.IdOrNull<AttachmentId>(8), x.Detail<HandedOverPart[]>(9)!);

    private static ReturnRecord Return(JsonElement x) => new(
        x.Id<ReturnId>(1), x.Int(2), x.Id<LotId>(3), Millionths.Read(x.Long(4)), x.Enum<ReturnCondition>(5), x.Text(6), new(x.Id<PersonId>(7), x.Instant(8)),
        x.LongOrNull(9) is { } counted ? Millionths.Read(counted) : null, x.IdOrNull<PersonId>(10) is { } by ? new(by, x.Instant(11)) : null,
        x.IdOrNull<LocationId>(12));
}
