using System.Globalization;
using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.Pharmacy.Recalls;

namespace Clinic.Pharmacy.InMemory;

/// <summary>Recall campaigns in memory.</summary>
public sealed class InMemoryRecallCampaignStore(InMemoryCoordinator coordinator) : IRecallCampaignStore
{
    private readonly Dictionary<(TenantId Tenant, RecallCampaignId Id), RecallCampaign> all = [];
    private readonly Dictionary<TenantId, long> watches = [];

    /// <inheritdoc/>
    public Task<RecallCampaign?> FindAsync(TenantId tenant, RecallCampaignId campaign, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => all.GetValueOrDefault((tenant, campaign))));

    /// <inheritdoc/>
    public Task<IReadOnlyList<RecallCampaign>> OpenAsync(TenantId tenant, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read<IReadOnlyList<RecallCampaign>>(() => [.. all
            .Where(c => c.Key.Tenant == tenant && c.Value.Status == RecallCampaignStatus.Open)
            .Select(c => c.Value)
            .OrderBy(Mark, StringComparer.Ordinal)]));

    /// <inheritdoc/>
    public Task<Page<RecallCampaign>> ListAsync(TenantId tenant, RecallCampaignStatus? status, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var found = coordinator.Read(() => all
            .Where(c => c.Key.Tenant == tenant && (status is null || c.Value.Status == status))
            .Select(c => c.Value)
            .OrderByDescending(Mark, StringComparer.Ordinal)
            .Where(c => page.After is null || string.CompareOrdinal(Mark(c), page.After) < 0)
            .Take(page.Size + 1)
            .ToList());
        return Task.FromResult(Paging.Cut(found, page, Mark));
    }

    /// <inheritdoc/>
    public Task<long> WatchAsync(TenantId tenant, CancellationToken cancellationToken) => Task.FromResult(coordinator.Read(() => watches.GetValueOrDefault(tenant)));

    /// <inheritdoc/>
    public void Add(IUnit unit, RecallCampaign campaign) => Stage(unit, campaign);

    /// <inheritdoc/>
    public void Save(IUnit unit, RecallCampaign campaign) => Stage(unit, campaign);

    /// <inheritdoc/>
    public void Watch(IUnit unit, long next) => InMemoryUnit.Of(unit).Stage(c =>
    {
        c.AdvanceFact(RecallFacts.Watch(unit.Context.Tenant), next);
        c.Put(watches, unit.Context.Tenant, next);
    });

    private void Stage(IUnit unit, RecallCampaign campaign)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        InMemoryUnit.Of(unit).Stage(c =>
        {
            c.AdvanceFact(campaign.Fact, campaign.Version);
            c.Put(all, (unit.Context.Tenant, campaign.Id), campaign);
        });
    }

    private static string Mark(RecallCampaign r) => string.Create(CultureInfo.InvariantCulture, $"{r.ToSnapshot().Opened.ToUnixTimeMicroseconds():D20}|{r.Id}");
}
