using System.Globalization;
using Clinic.Abstractions;
using Clinic.Pharmacy.Prices;

namespace Clinic.Storage.Turso.Pharmacy.Prices;

/// <summary>Tax groups with every rate.</summary>
internal sealed class TursoTaxGroupStore(ClinicDatabase source) : ITaxGroupStore
{
    private const string Select = """
        SELECT g.id, g.code, g.name, g.is_exempt, g.version,
            (SELECT json_group_array(json_array(r.position, r.valid_from, r.percent, r.set_by, r.set_at, r.reason))
             FROM tax_rates r WHERE r.tenant_id = g.tenant_id AND r.group_id = g.id)
        FROM tax_groups g WHERE g.tenant_id = ?1
        """;

    private const string InsertRate = """
        INSERT INTO tax_rates (tenant_id, group_id, position, valid_from, percent, set_by, set_at, reason)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        ON CONFLICT (tenant_id, group_id, position) DO NOTHING
        """;

    /// <inheritdoc/>
    public Task<TaxGroup?> FindByCodeAsync(TenantId tenant, string code, CancellationToken cancellationToken) =>
        source.FindAsync($"{Select} AND g.code = ?2", [tenant.Value, code], Read, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TaxGroup>> ListAsync(TenantId tenant, CancellationToken cancellationToken) =>
        await source.ListAsync($"{Select} ORDER BY g.code", [tenant.Value], Read, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public void Save(IUnit unit, TaxGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        var mine = TursoUnit.Of(unit);
        var s = group.ToSnapshot();
        if (s.Version == 1)
        {
            mine.Add(
                "INSERT INTO tax_groups (tenant_id, id, code, name, is_exempt, version, created_at, updated_at) VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6, ?6)",
                Guard.OneRow(group.Fact), mine.Tenant, s.Id.Value, s.Code, s.Name, s.IsExempt, mine.Now);
        }
        else
        {
            mine.Add(
                "UPDATE tax_groups SET name = ?3, version = ?4, updated_at = ?5 WHERE tenant_id = ?1 AND id = ?2 AND version = ?4 - 1",
                Guard.OneRow(group.Fact), mine.Tenant, s.Id.Value, s.Name, s.Version, mine.Now);
        }

        for (var i = 0; i < s.Rates.Count; i++)
        {
            var r = s.Rates[i];
            mine.Add(InsertRate, Guard.None, mine.Tenant, s.Id.Value, i, r.From, r.Percent, r.SetBy.Value, r.At, r.Reason);
        }
    }

    private static TaxGroup Read(Row r) => TaxGroup.Restore(new(
        r.Id<TaxGroupId>(0), r.Text(1), r.Text(2), r.Bool(3),
        JsonRows.Read(r.Text(5), x => new TaxRate(
            x.DateOrNull(1)!.Value, decimal.Parse(x.Text(2), CultureInfo.InvariantCulture), x.Id<PersonId>(3), x.Instant(4), x.Text(5))),
        r.Long(4)));
}
