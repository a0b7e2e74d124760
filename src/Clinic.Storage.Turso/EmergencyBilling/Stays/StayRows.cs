using System.Text.Json;
using Clinic.Abstractions;
using Clinic.EmergencyBilling.Stays;
using Clinic.Storage.Turso.Dispensing;

namespace Clinic.Storage.Turso.EmergencyBilling.Stays;

/// <summary>A stay with its log as one row, so that a whole page is one statement and one snapshot.</summary>
internal static class StayRows
{
    /// <summary>Of the table with the alias <c>s</c>.</summary>
    public const string Columns = """
        s.id, s.site_id, s.zone, s.patient_id, s.encounter_id, s.status, s.clinical, s.version,
        (SELECT json_group_array(json_array(e.position, e.id, e.command_id, e.kind, e.occurred_at, e.recorded_at, e.by_id, e.role, e.source, e.reason,
            e.supersedes, e.until, json(e.detail))) FROM stay_events e WHERE e.tenant_id = s.tenant_id AND e.stay_id = s.id)
        """;

    public static EmergencyStay Read(Row r) => EmergencyStay.Restore(new()
    {
        Id = r.Id<StayId>(0),
        Site = r.Id<SiteId>(1),
        Zone = r.Text(2),
        Patient = r.Id<PatientId>(3),
        Encounter = r.Id<EncounterId>(4),
        Status = r.Enum<StayStatus>(5),
        Clinical = r.Enum<ClinicalStatus>(6),
        Version = r.Long(7),
        Events = JsonRows.Read(r.Text(8), Event),
    });

    private static StayEvent Event(JsonElement x)
    {
        var detail = x.Detail<StayEventDetail>(12)!;
        return new()
        {
            Id = x.Id<StayEventId>(1),
            Command = x.Id<CommandId>(2),
            Kind = x.Enum<StayEventKind>(3),
            OccurredAt = x.Instant(4),
            RecordedAt = x.Instant(5),
            By = x.Id<PersonId>(6),
            Role = x.Enum<Role>(7),
            Source = x.Enum<StaySource>(8),
            Reason = x.TextOrNull(9),
            Supersedes = x.IdOrNull<StayEventId>(10),
            Until = x.InstantOrNull(11),
            Entered = detail.Entered,
            UntilEntered = detail.UntilEntered,
            Approval = detail.Approval,
            Disposition = detail.Disposition,
            Pause = detail.Pause,
            Acuity = detail.Acuity,
            Payer = detail.Payer,
            ServiceLine = detail.ServiceLine,
            Department = detail.Department,
            Gap = detail.Gap,
            Clinical = detail.Clinical,
        };
    }
}
