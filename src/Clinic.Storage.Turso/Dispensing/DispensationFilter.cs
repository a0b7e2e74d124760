using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;

namespace Clinic.Storage.Turso.Dispensing;

/// <summary>A query as the statement that chooses the ids of one page.</summary>
internal static class DispensationFilter
{
    private const string HasLot = """
        f.id IN (
            SELECT p.dispensation_id FROM dispensation_parts p WHERE p.tenant_id = ?1 AND p.lot_id = {0}
            UNION SELECT a.dispensation_id FROM lot_accounts a WHERE a.tenant_id = ?1 AND a.lot_id = {0})
        """;

    /// <summary>The statement; null when nothing comes after the mark because it is none.</summary>
    public static (string Sql, SqlValue[] Values)? Of(TenantId tenant, DispensationQuery query, PageRequest page)
    {
        var filter = new Filter("SELECT f.id FROM dispensations f WHERE f.tenant_id = ?1", tenant.Value);
        if (query.Statuses.Count > 0) filter.Where(AnyOf("f.status"), Words(query.Statuses));
        if (query.Accountabilities.Count > 0) filter.Where(AnyOf("f.accountability"), Words(query.Accountabilities));
        if (query.Departments is { } departments) filter.Where(AnyOf("f.department_id"), Ids(departments));
        if (query.Pharmacies is { } pharmacies) filter.Where(AnyOf("f.pharmacy_id"), Ids(pharmacies));
        if (query.Urgency is { } urgency) filter.And("f.urgency =", SqlValue.Of(urgency));
        if (query.IsAuthorised is { } authorised) filter.And(authorised ? "f.is_authorised = 1" : "f.is_authorised = 0");
        if (query.HasPendingReturn is { } pending) filter.And(pending ? "f.pending_returns > 0" : "f.pending_returns = 0");
        if (query.Patient is { } patient) filter.And("f.patient_id =", patient.Value);
        if (query.Encounter is { } encounter) filter.And("f.encounter_id =", encounter.Value);
        if (query.Site is { } site) filter.And("f.site_id =", site.Value);
        if (query.Lot is { } lot) filter.Where(HasLot, lot.Value);
        if (page.After is { } after)
        {
            if (!InstantMark.TryParse(after, out var mark)) return null;
            filter.Where("(f.requested_at, f.id) < ({0}, {1})", mark.At, mark.Id);
        }

        return filter.End("ORDER BY f.requested_at DESC, f.id DESC", page.Size + 1);
    }

    /// <summary>One value whatever the number of words, so that the statement stays prepared.</summary>
    public static string AnyOf(string column) => column + " IN (SELECT value FROM json_each({0}))";

    public static SqlValue Ids(IEnumerable<DepartmentId> ids) => JsonSerializer.Serialize(ids.Select(i => i.ToString()));

    private static SqlValue Words<TEnum>(IEnumerable<TEnum> words)
        where TEnum : struct, Enum => JsonSerializer.Serialize(words.Select(w => SqlValue.Of(w).Text));
}
