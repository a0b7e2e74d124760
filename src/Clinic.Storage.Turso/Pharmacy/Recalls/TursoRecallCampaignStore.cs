using Clinic.Abstractions;
using Clinic.Pharmacy.Recalls;

namespace Clinic.Storage.Turso.Pharmacy.Recalls;

/// <summary>Recall campaigns, each one row, and the watch of each clinic.</summary>
internal sealed class TursoRecallCampaignStore(ClinicDatabase source) : IRecallCampaignStore
{
    private const string Select = "SELECT c.detail FROM recall_campaigns c WHERE c.tenant_id = ?1";

    private const string Insert = """
        INSERT INTO recall_campaigns (tenant_id, id, status, opened, detail, version, created_at, updated_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)
        """;

    private const string Update =
        "UPDATE recall_campaigns SET status = ?3, detail = ?4, version = ?5, updated_at = ?6 WHERE tenant_id = ?1 AND id = ?2 AND version = ?5 - 1";

    /// <inheritdoc/>
    public Task<RecallCampaign?> FindAsync(TenantId tenant, RecallCampaignId campaign, CancellationToken cancellationToken) =>
        source.FindAsync($"{Select} AND c.id = ?2", [tenant.Value, campaign.Value], Read, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RecallCampaign>> OpenAsync(TenantId tenant, CancellationToken cancellationToken) =>
        await source.ListAsync($"{Select} AND c.status = ?2 ORDER BY c.opened, c.id", [tenant.Value, SqlValue.Of(RecallCampaignStatus.Open)], Read, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<Page<RecallCampaign>> ListAsync(TenantId tenant, RecallCampaignStatus? status, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var filter = new Filter(Select, tenant.Value);
        if (status is { } so) filter.And("c.status =", SqlValue.Of(so));
        if (page.After is { } after) filter.And("(c.opened, c.id) < (SELECT a.opened, a.id FROM recall_campaigns a WHERE a.tenant_id = ?1 AND a.id =", after).Close();
        var (sql, values) = filter.End("ORDER BY c.opened DESC, c.id DESC", page.Size + 1);
        return Paging.Cut(await source.ListAsync(sql, values, Read, cancellationToken).ConfigureAwait(false), page, c => c.Id.ToString());
    }

    /// <inheritdoc/>
    public async Task<long> WatchAsync(TenantId tenant, CancellationToken cancellationToken) =>
        (await source.ListAsync("SELECT w.version FROM recall_watches w WHERE w.tenant_id = ?1 AND w.id = ?2", [tenant.Value, tenant.Value], r => r.Long(0), cancellationToken).ConfigureAwait(false))
        .FirstOrDefault();

    /// <inheritdoc/>
    public void Add(IUnit unit, RecallCampaign campaign)
    {
        var mine = TursoUnit.Of(unit);
        var s = campaign.ToSnapshot();
        mine.Add(Insert, Guard.OneRow(campaign.Fact), mine.Tenant, s.Id.Value, SqlValue.Of(s.Status), s.Opened, SnapshotJson.Of(s), s.Version, mine.Now);
    }

    /// <inheritdoc/>
    public void Save(IUnit unit, RecallCampaign campaign)
    {
        var mine = TursoUnit.Of(unit);
        var s = campaign.ToSnapshot();
        mine.Add(Update, Guard.OneRow(campaign.Fact), mine.Tenant, s.Id.Value, SqlValue.Of(s.Status), SnapshotJson.Of(s), s.Version, mine.Now);
    }

    /// <inheritdoc/>
    public void Watch(IUnit unit, long next)
    {
        var mine = TursoUnit.Of(unit);
        var fact = RecallFacts.Watch(unit.Context.Tenant);
        if (next == 1) mine.Add("INSERT INTO recall_watches (tenant_id, id, version) VALUES (?1, ?2, 1)", Guard.OneRow(fact), mine.Tenant, mine.Tenant);
        else mine.Add("UPDATE recall_watches SET version = ?3 WHERE tenant_id = ?1 AND id = ?2 AND version = ?3 - 1", Guard.OneRow(fact), mine.Tenant, mine.Tenant, next);
    }

    private static RecallCampaign Read(Row r) => RecallCampaign.Restore(SnapshotJson.Read<RecallCampaignSnapshot>(r.Text(0)));
}
