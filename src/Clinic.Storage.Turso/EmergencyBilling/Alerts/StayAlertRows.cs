using System.Text.Json;
using Clinic.Abstractions;
using Clinic.EmergencyBilling.Alerts;
using Clinic.EmergencyBilling.Stays;
using NodaTime;

namespace Clinic.Storage.Turso.EmergencyBilling.Alerts;

/// <summary>A watch with its alerts as one row, so that both are one snapshot.</summary>
internal static class StayAlertRows
{
    /// <summary>Of the table with the alias <c>a</c>, after its position.</summary>
    public const string AlertColumns = """
        a.id, a.stay_id, a.site_id, a.code, a.level, a.clock, a.threshold, a.due_at, a.raised_at, a.escalation, a.escalate_after, a.told, a.escalates_at,
            a.status, a.answered_by, a.answered_at, a.note, a.cleared_at
        """;

    /// <summary>Of the table with the alias <c>w</c>.</summary>
    public const string Columns = $"""
        w.stay_id, w.site_id, w.is_open, w.due, w.next_code, w.next_level, w.next_at, w.version,
        (SELECT json_group_array(json_array(a.position, {AlertColumns})) FROM stay_alerts a WHERE a.tenant_id = w.tenant_id AND a.stay_id = w.stay_id)
        """;

    public static StayWatch Read(Row r) => StayWatch.Restore(new(
        r.Id<StayId>(0), r.Id<SiteId>(1), r.Bool(2), r.InstantOrNull(3), r.IsNull(4) ? null : new(r.Id<StayId>(0), r.Text(4), r.Int(5), r.Instant(6)),
        JsonRows.Read(r.Text(8), Alert), r.Long(7)));

    public static StayAlert ReadAlert(Row r) => new()
    {
        Id = r.Id<StayAlertId>(0),
        Stay = r.Id<StayId>(1),
        Site = r.Id<SiteId>(2),
        Code = r.Text(3),
        Level = r.Int(4),
        Clock = r.Enum<AlertClock>(5),
        Threshold = Duration.FromSeconds(r.Long(6)),
        DueAt = r.Instant(7),
        RaisedAt = r.Instant(8),
        Escalation = Targets(r.Text(9)),
        EscalateAfter = Duration.FromSeconds(r.Long(10)),
        Told = r.Int(11),
        EscalatesAt = r.InstantOrNull(12),
        Status = r.Enum<StayAlertStatus>(13),
        AnsweredBy = r.IdOrNull<PersonId>(14),
        AnsweredAt = r.InstantOrNull(15),
        Note = r.TextOrNull(16),
        ClearedAt = r.InstantOrNull(17),
    };

    public static string Targets(IReadOnlyList<string> targets) => JsonSerializer.Serialize(targets, ClinicJson.Options);

    private static StayAlert Alert(JsonElement x) => new()
    {
        Id = x.Id<StayAlertId>(1),
        Stay = x.Id<StayId>(2),
        Site = x.Id<SiteId>(3),
        Code = x.Text(4),
        Level = x.Int(5),
        Clock = x.Enum<AlertClock>(6),
        Threshold = Duration.FromSeconds(x.Long(7)),
        DueAt = x.Instant(8),
        RaisedAt = x.Instant(9),
        Escalation = Targets(x.Text(10)),
        EscalateAfter = Duration.FromSeconds(x.Long(11)),
        Told = x.Int(12),
        EscalatesAt = x.InstantOrNull(13),
        Status = x.Enum<StayAlertStatus>(14),
        AnsweredBy = x.IdOrNull<PersonId>(15),
        AnsweredAt = x.InstantOrNull(16),
        Note = x.TextOrNull(17),
        ClearedAt = x.InstantOrNull(18),
    };

    private static List<string> Targets(string json) => JsonSerializer.Deserialize<List<string>>(json, ClinicJson.Options)!;
}
