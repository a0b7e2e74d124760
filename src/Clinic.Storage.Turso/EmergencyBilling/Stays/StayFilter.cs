using Clinic.Abstractions;
using Clinic.EmergencyBilling.Stays;
using Clinic.Storage.Turso.Dispensing;

namespace Clinic.Storage.Turso.EmergencyBilling.Stays;

/// <summary>A query as the statement that chooses the ids of one page, with their registered instants.</summary>
internal static class StayFilter
{
    /// <summary>The statement; null when nothing comes after the mark because it is none.</summary>
    public static (string Sql, SqlValue[] Values)? Of(TenantId tenant, StayQuery query, PageRequest page)
    {
        var filter = new Filter($"SELECT f.id, f.registered_at FROM stays f INDEXED BY {IndexFor(query)} WHERE f.tenant_id = ?1", tenant.Value);
        if (query.Statuses.Count > 0) filter.AnyOf("f.status", [.. query.Statuses.Select(s => SqlValue.Of(s).Text)]);
        if (query.Clinical.Count > 0) filter.AnyOf("f.clinical", [.. query.Clinical.Select(s => SqlValue.Of(s).Text)]);
        if (query.IsOpen is { } open) filter.And(open ? "f.is_open = 1" : "f.is_open = 0");
        if (query.Patient is { } patient) filter.And("f.patient_id =", patient.Value);
        if (query.Encounter is { } encounter) filter.And("f.encounter_id =", encounter.Value);
        if (query.Department is { } department) filter.And("f.department_id =", department.Value);
        if (query.Payer is { } payer) filter.And("f.payer =", payer);
        if (query.From is { } from) filter.And("f.registered_at >=", from);
        if (query.Until is { } until) filter.And("f.registered_at <", until);
        if (query.Site is { } site) filter.And("f.site_id =", site.Value);
        if (page.After is { } after)
        {
            if (!InstantMark.TryParse(after, out var mark)) return null;
            filter.Where("(f.registered_at, f.id) < ({0}, {1})", mark.At, mark.Id);
        }

        return filter.End("ORDER BY f.registered_at DESC, f.id DESC", page.Size + 1);
    }

    // Left alone, SQLite walks all stays of a site in order of the page; wrong for the few that are open.
    private static string IndexFor(StayQuery query) => query switch
    {
        { Encounter: not null } => "stays_encounter",
        { Patient: not null } => "stays_patient",
        { IsOpen: true } => "stays_open",
        { Statuses.Count: > 0 } when query.Statuses.All(s => s is StayStatus.Registered or StayStatus.Closed or StayStatus.Credited) => "stays_status",
        _ => "stays_registered",
    };
}
