using Clinic.Abstractions;
using Clinic.Dispensing.Checklists;

namespace Clinic.Storage.Turso.Dispensing;

/// <summary>Checklists with their items.</summary>
internal sealed class TursoChecklistStore(ClinicDatabase source) : IChecklistStore
{
    private const int IdLength = 36;

    private const string Select = "SELECT c.id, c.department_id, c.name, c.items, c.is_retired, c.version FROM checklists c WHERE c.tenant_id = ?1";

    private const string Insert = """
        INSERT INTO checklists (tenant_id, id, department_id, name, items, is_retired, version, created_at, updated_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8)
        """;

    private const string Update = """
        UPDATE checklists SET department_id = ?3, name = ?4, items = ?5, is_retired = ?6, version = ?7, updated_at = ?8
        WHERE tenant_id = ?1 AND id = ?2 AND version = ?7 - 1
        """;

    /// <inheritdoc/>
    public Task<Checklist?> FindAsync(TenantId tenant, ChecklistId checklist, CancellationToken cancellationToken) =>
        source.FindAsync($"{Select} AND c.id = ?2", [tenant.Value, checklist.Value], Read, cancellationToken);

    /// <inheritdoc/>
    public async Task<Page<Checklist>> ListAsync(TenantId tenant, DepartmentId? department, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var filter = new Filter($"{Select} AND c.is_retired = 0", tenant.Value);
        if (department is { } of) filter.And("c.department_id =", of.Value);

        // The mark holds id and name, because a list may be renamed before the next page.
        if (page.After is { } after)
        {
            if (after.Length <= IdLength || !ChecklistId.TryParse(after[..IdLength], out var id)) return new([], null);
            filter.Where("(c.name, c.id) > ({0}, {1})", after[(IdLength + 1)..], id.Value);
        }

        var (sql, values) = filter.End("ORDER BY c.name, c.id", page.Size + 1);
        var found = await source.ListAsync(sql, values, Read, cancellationToken).ConfigureAwait(false);
        return Paging.Cut(found, page, c => $"{c.Id}/{c.Name}");
    }

    /// <inheritdoc/>
    public void Save(IUnit unit, Checklist checklist)
    {
        ArgumentNullException.ThrowIfNull(checklist);
        var mine = TursoUnit.Of(unit);
        var c = checklist;
        mine.Add(
            c.Version == 1 ? Insert : Update, Guard.OneRow(c.Fact),
            mine.Tenant, c.Id.Value, c.Department.Value, c.Name, DetailJson.Of(c.Items), c.IsRetired, c.Version, mine.Now);
    }

    private static Checklist Read(Row r) => new(
        r.Id<ChecklistId>(0), r.Id<DepartmentId>(1), r.Text(2), DetailJson.Read<ChecklistItem[]>(r.Text(3)), r.Bool(4), r.Long(5));
}
