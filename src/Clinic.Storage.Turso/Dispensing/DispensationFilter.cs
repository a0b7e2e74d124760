using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;

namespace Clinic.Storage.Turso.Dispensing;

/// <summary>A query as the statement that chooses the ids of one page, with their requested instants.</summary>
internal static class DispensationFilter
{
    private const string FromLot = """
        SELECT f.id, f.requested_at FROM (
            SELECT p.dispensation_id FROM dispensation_parts p WHERE p.tenant_id = ?1 AND p.lot_id = ?2
            UNION SELECT a.dispensation_id FROM lot_accounts a WHERE a.tenant_id = ?1 AND a.lot_id = ?2) x
        CROSS JOIN dispensations f ON f.id = x.dispensation_id WHERE f.tenant_id = ?1
        """;

    /// <summary>The statement; null when nothing comes after the mark because it is none.</summary>
    public static (string Sql, SqlValue[] Values)? Of(TenantId tenant, DispensationQuery query, PageRequest page)
    {
        var filter = query.Lot is { } lot
            ? new Filter(FromLot, tenant.Value, lot.Value)
            : new Filter($"SELECT f.id, f.requested_at FROM dispensations f INDEXED BY {IndexFor(query)} WHERE f.tenant_id = ?1", tenant.Value);
        if (query.Statuses.Count > 0) filter.AnyOf("f.status", [.. query.Statuses.Select(s => SqlValue.Of(s).Text)]);
        if (query.Accountabilities.Count > 0) filter.AnyOf("f.accountability", [.. query.Accountabilities.Select(s => SqlValue.Of(s).Text)]);
        if (query.Departments is { } departments) filter.AnyOf("f.department_id", [.. departments.Select(d => d.ToString())]);
        if (query.Pharmacies is { } pharmacies) filter.AnyOf("f.pharmacy_id", [.. pharmacies.Select(d => d.ToString())]);
        if (query.VisibleTo is { } seen)
        {
            const string Either = "(f.pharmacy_id IN (SELECT value FROM json_each({0})) OR f.department_id IN (SELECT value FROM json_each({0})))";
            filter.Where(Either, JsonSerializer.Serialize(seen.Select(d => d.ToString())));
        }

        if (query.AwaitsAuthoriser is { } awaits)
        {
            var condition = awaits ? "(f.status = {0} AND f.urgency = {1})" : "(f.status <> {0} OR f.urgency <> {1})";
            filter.Where(condition, SqlValue.Of(DispenseStatus.Requested), SqlValue.Of(Urgency.Routine));
        }

        if (query.Urgency is { } urgency) filter.And("f.urgency =", SqlValue.Of(urgency));
        if (query.IsAuthorised is { } authorised) filter.And(authorised ? "f.is_authorised = 1" : "f.is_authorised = 0");
        if (query.HasPendingReturn is { } pending) filter.And(pending ? "f.pending_returns > 0" : "f.pending_returns = 0");
        if (query.Patient is { } patient) filter.And("f.patient_id =", patient.Value);
        if (query.Encounter is { } encounter) filter.And("f.encounter_id =", encounter.Value);
        if (query.Site is { } site) filter.And("f.site_id =", site.Value);
        if (page.After is { } after)
        {
            if (!InstantMark.TryParse(after, out var mark)) return null;
            filter.Where("(f.requested_at, f.id) < ({0}, {1})", mark.At, mark.Id);
        }

        return filter.End("ORDER BY f.requested_at DESC, f.id DESC", page.Size + 1);
    }

    // Left alone, SQLite walks all of a tenant in order of the page. That is right for what most rows fit, and wrong for the few that are being worked on.
    private static string IndexFor(DispensationQuery query) => query switch
    {
        { Encounter: not null } => "dispensations_encounter",
        { Patient: not null } => "dispensations_patient",
        { HasPendingReturn: true } => "dispensations_counting",
        { IsAuthorised: false, Statuses.Count: > 0 } => "dispensations_unauthorised",
        { Accountabilities: [_], Pharmacies: [_] } => "dispensations_accountability",
        { Accountabilities.Count: > 0 } when query.Accountabilities.All(IsLive) => "dispensations_accountability",
        { Statuses: [_], Pharmacies: [_] } => "dispensations_status",
        { Statuses.Count: > 0 } when query.Statuses.All(IsLive) => "dispensations_status",
        { Departments: [_] } => "dispensations_department",
        _ => "dispensations_requested",
    };

    private static bool IsLive(DispenseStatus status) => status <= DispenseStatus.Ready;

    private static bool IsLive(AccountabilityStatus status) =>
        status is AccountabilityStatus.Open or AccountabilityStatus.ToReconcile or AccountabilityStatus.UnderReview;
}
