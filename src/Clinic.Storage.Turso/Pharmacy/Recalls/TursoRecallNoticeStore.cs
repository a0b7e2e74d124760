using Clinic.Abstractions;
using Clinic.Pharmacy.Recalls;

namespace Clinic.Storage.Turso.Pharmacy.Recalls;

/// <summary>Recall notices, each one row.</summary>
internal sealed class TursoRecallNoticeStore(ClinicDatabase source) : IRecallNoticeStore
{
    private const string Select = "SELECT n.detail FROM recall_notices n WHERE n.tenant_id = ?1";

    private const string Insert = """
        INSERT INTO recall_notices (tenant_id, id, campaign_id, recipient, status, detail, version, created_at, updated_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8)
        """;

    private const string Update =
        "UPDATE recall_notices SET status = ?3, detail = ?4, version = ?5, updated_at = ?6 WHERE tenant_id = ?1 AND id = ?2 AND version = ?5 - 1";

    /// <inheritdoc/>
    public Task<RecallNotice?> FindAsync(TenantId tenant, RecallNoticeId notice, CancellationToken cancellationToken) =>
        source.FindAsync($"{Select} AND n.id = ?2", [tenant.Value, notice.Value], Read, cancellationToken);

    /// <inheritdoc/>
    public async Task<Page<RecallNotice>> ListAsync(
        TenantId tenant, RecallCampaignId campaign, RecallNoticeStatus? status, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var filter = new Filter($"{Select} AND n.campaign_id = ?2", tenant.Value, campaign.Value);
        if (status is { } so) filter.And("n.status =", SqlValue.Of(so));
        if (page.After is { } after) filter.And("n.id >", after);
        var (sql, values) = filter.End("ORDER BY n.id", page.Size + 1);
        return Paging.Cut(await source.ListAsync(sql, values, Read, cancellationToken).ConfigureAwait(false), page, n => n.Id.ToString());
    }

    /// <inheritdoc/>
    public async Task<int> OpenCountAsync(TenantId tenant, RecallCampaignId campaign, CancellationToken cancellationToken) =>
        (await source.ListAsync(
            "SELECT count(*) FROM recall_notices n WHERE n.tenant_id = ?1 AND n.campaign_id = ?2 AND n.status <> ?3",
            [tenant.Value, campaign.Value, SqlValue.Of(RecallNoticeStatus.Closed)], r => r.Int(0), cancellationToken).ConfigureAwait(false))[0];

    /// <inheritdoc/>
    public void Add(IUnit unit, RecallNotice notice)
    {
        var mine = TursoUnit.Of(unit);
        var s = notice.ToSnapshot();
        mine.Add(
            Insert, Guard.OneRow(notice.Fact),
            mine.Tenant, s.Id.Value, s.Campaign.Value, s.Recipient.Key, SqlValue.Of(s.Status), SnapshotJson.Of(s), s.Version, mine.Now);
    }

    /// <inheritdoc/>
    public void Save(IUnit unit, RecallNotice notice)
    {
        var mine = TursoUnit.Of(unit);
        var s = notice.ToSnapshot();
        mine.Add(Update, Guard.OneRow(notice.Fact), mine.Tenant, s.Id.Value, SqlValue.Of(s.Status), SnapshotJson.Of(s), s.Version, mine.Now);
    }

    private static RecallNotice Read(Row r) => RecallNotice.Restore(SnapshotJson.Read<RecallNoticeSnapshot>(r.Text(0)));
}
