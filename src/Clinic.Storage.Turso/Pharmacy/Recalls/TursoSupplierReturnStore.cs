using Clinic.Abstractions;
using Clinic.Pharmacy.SupplierReturns;

namespace Clinic.Storage.Turso.Pharmacy.Recalls;

/// <summary>Returns to suppliers, each one row.</summary>
internal sealed class TursoSupplierReturnStore(ClinicDatabase source) : ISupplierReturnStore
{
    private const string Select = "SELECT r.detail FROM supplier_returns r WHERE r.tenant_id = ?1";

    private const string Insert = """
        INSERT INTO supplier_returns (tenant_id, id, status, drafted, detail, version, created_at, updated_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)
        """;

    private const string Update =
        "UPDATE supplier_returns SET status = ?3, detail = ?4, version = ?5, updated_at = ?6 WHERE tenant_id = ?1 AND id = ?2 AND version = ?5 - 1";

    /// <inheritdoc/>
    public Task<SupplierReturn?> FindAsync(TenantId tenant, SupplierReturnId id, CancellationToken cancellationToken) =>
        source.FindAsync($"{Select} AND r.id = ?2", [tenant.Value, id.Value], Read, cancellationToken);

    /// <inheritdoc/>
    public async Task<Page<SupplierReturn>> ListAsync(TenantId tenant, SupplierReturnStatus? status, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var filter = new Filter(Select, tenant.Value);
        if (status is { } so) filter.And("r.status =", SqlValue.Of(so));
        if (page.After is { } after) filter.And("(r.drafted, r.id) < (SELECT a.drafted, a.id FROM supplier_returns a WHERE a.tenant_id = ?1 AND a.id =", after).Close();
        var (sql, values) = filter.End("ORDER BY r.drafted DESC, r.id DESC", page.Size + 1);
        return Paging.Cut(await source.ListAsync(sql, values, Read, cancellationToken).ConfigureAwait(false), page, r => r.Id.ToString());
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, SupplierReturn added)
    {
        var mine = TursoUnit.Of(unit);
        var s = added.ToSnapshot();
        mine.Add(Insert, Guard.OneRow(added.Fact), mine.Tenant, s.Id.Value, SqlValue.Of(s.Status), s.Drafted, SnapshotJson.Of(s), s.Version, mine.Now);
    }

    /// <inheritdoc/>
    public void Save(IUnit unit, SupplierReturn changed)
    {
        var mine = TursoUnit.Of(unit);
        var s = changed.ToSnapshot();
        mine.Add(Update, Guard.OneRow(changed.Fact), mine.Tenant, s.Id.Value, SqlValue.Of(s.Status), SnapshotJson.Of(s), s.Version, mine.Now);
    }

    private static SupplierReturn Read(Row r) => SupplierReturn.Restore(SnapshotJson.Read<SupplierReturnSnapshot>(r.Text(0)));
}
