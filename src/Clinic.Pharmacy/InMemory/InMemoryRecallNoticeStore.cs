using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.Pharmacy.Recalls;

namespace Clinic.Pharmacy.InMemory;

/// <summary>Recall notices in memory.</summary>
public sealed class InMemoryRecallNoticeStore(InMemoryCoordinator coordinator) : IRecallNoticeStore
{
    private readonly Dictionary<(TenantId Tenant, RecallNoticeId Id), RecallNotice> all = [];
    private readonly Dictionary<(TenantId, RecallCampaignId, string), RecallNoticeId> recipients = [];

    /// <inheritdoc/>
    public Task<RecallNotice?> FindAsync(TenantId tenant, RecallNoticeId notice, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => all.GetValueOrDefault((tenant, notice))));

    /// <inheritdoc/>
    public Task<Page<RecallNotice>> ListAsync(
        TenantId tenant, RecallCampaignId campaign, RecallNoticeStatus? status, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var found = coordinator.Read(() => all
            .Where(n => n.Key.Tenant == tenant && n.Value.Campaign == campaign && (status is null || n.Value.Status == status))
            .Select(n => n.Value)
            .OrderBy(Mark, StringComparer.Ordinal)
            .Where(n => page.After is null || string.CompareOrdinal(Mark(n), page.After) > 0)
            .Take(page.Size + 1)
            .ToList());
        return Task.FromResult(Paging.Cut(found, page, Mark));
    }

    /// <inheritdoc/>
    public Task<int> OpenCountAsync(TenantId tenant, RecallCampaignId campaign, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => all.Count(n => n.Key.Tenant == tenant && n.Value.Campaign == campaign && n.Value.Status != RecallNoticeStatus.Closed)));

    /// <inheritdoc/>
    public void Add(IUnit unit, RecallNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        InMemoryUnit.Of(unit).Stage(c => c.AddUnique(recipients, (unit.Context.Tenant, notice.Campaign, notice.Recipient.Key), notice.Id, notice.Fact));
        Stage(unit, notice);
    }

    /// <inheritdoc/>
    public void Save(IUnit unit, RecallNotice notice) => Stage(unit, notice);

    private void Stage(IUnit unit, RecallNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        InMemoryUnit.Of(unit).Stage(c =>
        {
            c.AdvanceFact(notice.Fact, notice.Version);
            c.Put(all, (unit.Context.Tenant, notice.Id), notice);
        });
    }

    private static string Mark(RecallNotice n) => n.Id.ToString();
}
