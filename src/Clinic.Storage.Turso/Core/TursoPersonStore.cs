using System.Text.Json;
using Clinic.Abstractions;

namespace Clinic.Storage.Turso;

/// <summary>People with their roles and departments.</summary>
internal sealed class TursoPersonStore(ClinicDatabase source) : IPersonStore
{
    // One statement is one snapshot, so that a person never comes with the roles of another version.
    private const string Select = """
        SELECT p.id, p.name, p.sign_in_name, p.is_retired, p.version,
            (SELECT json_group_array(r.role) FROM person_roles r WHERE r.tenant_id = p.tenant_id AND r.person_id = p.id),
            (SELECT json_group_array(d.department_id) FROM person_departments d WHERE d.tenant_id = p.tenant_id AND d.person_id = p.id)
        FROM people p WHERE p.tenant_id = ?1
        """;

    private const string Insert = """
        INSERT INTO people (tenant_id, id, name, sign_in_name, sign_in_key, is_retired, version, created_at, updated_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8)
        """;

    private const string Update = """
        UPDATE people SET name = ?3, sign_in_name = ?4, sign_in_key = ?5, is_retired = ?6, version = ?7, updated_at = ?8
        WHERE tenant_id = ?1 AND id = ?2 AND version = ?7 - 1
        """;

    /// <inheritdoc/>
    public Task<Person?> FindAsync(TenantId tenant, PersonId person, CancellationToken cancellationToken) =>
        source.FindAsync($"{Select} AND p.id = ?2", [tenant.Value, person.Value], Read, cancellationToken);

    /// <inheritdoc/>
    public Task<Person?> FindBySignInAsync(TenantId tenant, string signInName, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(signInName);
        return source.FindAsync($"{Select} AND p.sign_in_key = ?2", [tenant.Value, SignInNames.Normalize(signInName)], Read, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<Page<Person>> ListAsync(TenantId tenant, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var filter = new Filter(Select, tenant.Value);

        // The mark is the id, because marks show up in addresses and the sign-in name is personal.
        if (page.After is { } after)
            filter.And("p.sign_in_key > (SELECT a.sign_in_key FROM people a WHERE a.tenant_id = ?1 AND a.id =", after).Close();
        var (sql, values) = filter.End("ORDER BY p.sign_in_key", page.Size + 1);
        var found = await source.ListAsync(sql, values, Read, cancellationToken).ConfigureAwait(false);
        return Paging.Cut(found, page, p => p.Id.ToString());
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, Person person) => Stage(unit, person, Insert);

    /// <inheritdoc/>
    public void Save(IUnit unit, Person person) => Stage(unit, person, Update);

    private static void Stage(IUnit unit, Person person, string sql)
    {
        ArgumentNullException.ThrowIfNull(person);
        var mine = TursoUnit.Of(unit);
        mine.Add(
            sql, Guard.OneRow(CoreSet.Fact(person.Id)),
            mine.Tenant, person.Id.Value, person.Name, person.SignInName, SignInNames.Normalize(person.SignInName), person.IsRetired, person.Version, mine.Now);
        mine.Add("DELETE FROM person_roles WHERE tenant_id = ?1 AND person_id = ?2", Guard.None, mine.Tenant, person.Id.Value);
        foreach (var role in person.Roles)
            mine.Add("INSERT INTO person_roles (tenant_id, person_id, role) VALUES (?1, ?2, ?3)", Guard.None, mine.Tenant, person.Id.Value, SqlValue.Of(role));
        mine.Add("DELETE FROM person_departments WHERE tenant_id = ?1 AND person_id = ?2", Guard.None, mine.Tenant, person.Id.Value);
        foreach (var department in person.Departments)
            mine.Add("INSERT INTO person_departments (tenant_id, person_id, department_id) VALUES (?1, ?2, ?3)", Guard.None, mine.Tenant, person.Id.Value, department.Value);
    }

    private static Person Read(Row r) => new(
        r.Id<PersonId>(0), r.Text(1), r.Text(2),
        Texts(r.Text(5)).Select(EnumText<Role>.Read).ToHashSet(),
        Texts(r.Text(6)).Select(DepartmentId.Parse).ToHashSet(),
        r.Bool(3), r.Long(4));

    private static string[] Texts(string json) => JsonSerializer.Deserialize<string[]>(json) ?? [];
}
