using Clinic.Abstractions;

namespace Clinic.Pharmacy.Recalls;

/// <summary>Loads and stages recall campaigns, and the watch that receipts rely on.</summary>
public interface IRecallCampaignStore
{
    /// <summary>A campaign with its lots in order, or null.</summary>
    Task<RecallCampaign?> FindAsync(TenantId tenant, RecallCampaignId campaign, CancellationToken cancellationToken);

    /// <summary>Every open campaign, oldest first, then by id.</summary>
    Task<IReadOnlyList<RecallCampaign>> OpenAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>Campaigns last opened first, then by id downwards; of one status or all; paged.</summary>
    Task<Page<RecallCampaign>> ListAsync(TenantId tenant, RecallCampaignStatus? status, PageRequest page, CancellationToken cancellationToken);

    /// <summary>How often the set of open campaigns changed; 0 before the first one.</summary>
    Task<long> WatchAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>Stages a new campaign.</summary>
    void Add(IUnit unit, RecallCampaign campaign);

    /// <summary>Stages a changed campaign; conflicts unless the version before is stored.</summary>
    void Save(IUnit unit, RecallCampaign campaign);

    /// <summary>Stages the next count of the watch; conflicts unless the one before is stored.</summary>
    void Watch(IUnit unit, long next);
}
