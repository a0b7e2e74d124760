using System.Text.Json;
using Clinic.Abstractions;
using Clinic.EmergencyBilling.Reports;
using Clinic.EmergencyBilling.Statements;
using Clinic.EmergencyBilling.Statements.Invoices;
using Clinic.EmergencyBilling.Stays;
using Clinic.Storage.Turso.EmergencyBilling.Stays;

namespace Clinic.Storage.Turso.EmergencyBilling.Reports;

/// <summary>A stay with its revisions and documents as one row, so that a whole page is one statement and one snapshot.</summary>
internal static class AccountRows
{
    /// <summary>How many columns there are.</summary>
    public const int Count = 12;

    /// <summary>Of the table with the alias <c>s</c>; they stand first, because the stay is read by place.</summary>
    public const string Columns = StayRows.Columns + """
        ,
        (SELECT json_group_array(json_array(r.revision, r.site_id, r.content, r.stay_version, r.by_id, r.at, r.reverses))
         FROM stay_statements r WHERE r.tenant_id = s.tenant_id AND r.stay_id = s.id),
        (SELECT json_group_array(json_array(0, i.id, i.kind, i.stay_id, i.encounter_id, i.site_id, i.patient_id, i.revision, i.payer, i.currency, i.lines, i.credits_id,
            i.requested, i.status, i.number, i.authorisation, i.reason, i.answered, i.attempts, i.next_attempt, i.version))
         FROM stay_invoices i WHERE i.tenant_id = s.tenant_id AND i.stay_id = s.id),
        NOT EXISTS (SELECT 1 FROM stays n WHERE n.tenant_id = s.tenant_id AND n.encounter_id = s.encounter_id AND n.site_id = s.site_id
            AND (n.is_void < s.is_void OR (n.is_void = s.is_void AND (n.registered_at, n.id) > (s.registered_at, s.id))))
        """;

    public static StayAccount Read(Row r)
    {
        var stay = StayRows.Read(r);
        return new(stay, JsonRows.Read(r.Text(9), x => Revision(stay, x)), Invoices(r.Text(10)), r.Bool(11));
    }

    private static RecordedStatement Revision(EmergencyStay stay, JsonElement x) => new(
        stay.Id, x.Id<SiteId>(1), x.Int(0), JsonSerializer.Deserialize<ChargeStatement>(x.Text(2), ClinicJson.Options)!, x.Long(3), x.Id<PersonId>(4), x.Instant(5),
        (int?)x.LongOrNull(6));

    private static IReadOnlyList<StayInvoice> Invoices(string json) =>
        [.. JsonRows.Read(json, Invoice).OrderBy(i => i.ToSnapshot().Requested).ThenBy(i => i.Id.ToString(), StringComparer.Ordinal)];

    private static StayInvoice Invoice(JsonElement x) => StayInvoice.Restore(new(
        x.Id<StayInvoiceId>(1), x.Enum<StayInvoiceKind>(2), x.Id<StayId>(3), x.Id<EncounterId>(4), x.Id<SiteId>(5), x.Id<PatientId>(6), x.Int(7), x.TextOrNull(8),
        Currency.Of(x.Text(9)), JsonSerializer.Deserialize<List<StayInvoiceLine>>(x.Text(10), ClinicJson.Options)!, x.IdOrNull<StayInvoiceId>(11), x.Instant(12),
        x.Enum<StayInvoiceStatus>(13), x.TextOrNull(14), x.TextOrNull(15), x.TextOrNull(16), x.InstantOrNull(17), x.Int(18), x.InstantOrNull(19), x.Long(20)));
}
