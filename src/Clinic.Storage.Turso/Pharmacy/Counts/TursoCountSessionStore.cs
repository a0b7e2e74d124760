using Clinic.Abstractions;
using Clinic.Pharmacy.CountSessions;

namespace Clinic.Storage.Turso.Pharmacy.Counts;

/// <summary>Counting sessions, each one row.</summary>
internal sealed class TursoCountSessionStore(ClinicDatabase source) : ICountSessionStore
{
    private const string Select = "SELECT s.detail FROM count_sessions s WHERE s.tenant_id = ?1";

    private const string Insert = """
        INSERT INTO count_sessions (tenant_id, id, location_id, status, planned, detail, version, created_at, updated_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8)
        """;

    private const string Update =
        "UPDATE count_sessions SET status = ?3, detail = ?4, version = ?5, updated_at = ?6 WHERE tenant_id = ?1 AND id = ?2 AND version = ?5 - 1";

    /// <inheritdoc/>
    public Task<CountSession?> FindAsync(TenantId tenant, CountSessionId session, CancellationToken cancellationToken) =>
        source.FindAsync($"{Select} AND s.id = ?2", [tenant.Value, session.Value], Read, cancellationToken);

    /// <inheritdoc/>
    public async Task<Page<CountSession>> ListAsync(
        TenantId tenant, LocationId? location, CountSessionStatus? status, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var filter = new Filter(Select, tenant.Value);
        if (location is { } at) filter.And("s.location_id =", at.Value);
        if (status is { } so) filter.And("s.status =", SqlValue.Of(so));
        if (page.After is { } after) filter.And("(s.planned, s.id) < (SELECT a.planned, a.id FROM count_sessions a WHERE a.tenant_id = ?1 AND a.id =", after).Close();
        var (sql, values) = filter.End("ORDER BY s.planned DESC, s.id DESC", page.Size + 1);
        return Paging.Cut(await source.ListAsync(sql, values, Read, cancellationToken).ConfigureAwait(false), page, s => s.Id.ToString());
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, CountSession session)
    {
        var mine = TursoUnit.Of(unit);
        var s = session.ToSnapshot();
        mine.Add(
            Insert, Guard.OneRow(session.Fact),
            mine.Tenant, s.Id.Value, s.Location.Value, SqlValue.Of(s.Status), s.Planned, SnapshotJson.Of(s), s.Version, mine.Now);
    }

    /// <inheritdoc/>
    public void Save(IUnit unit, CountSession session)
    {
        var mine = TursoUnit.Of(unit);
        var s = session.ToSnapshot();
        mine.Add(Update, Guard.OneRow(session.Fact), mine.Tenant, s.Id.Value, SqlValue.Of(s.Status), SnapshotJson.Of(s), s.Version, mine.Now);
    }

    private static CountSession Read(Row r) => CountSession.Restore(SnapshotJson.Read<CountSessionSnapshot>(r.Text(0)));
}
