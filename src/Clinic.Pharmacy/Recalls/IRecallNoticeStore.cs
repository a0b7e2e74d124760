using Clinic.Abstractions;

namespace Clinic.Pharmacy.Recalls;

/// <summary>Loads and stages the notices of campaigns.</summary>
public interface IRecallNoticeStore
{
    /// <summary>A notice, or null.</summary>
    Task<RecallNotice?> FindAsync(TenantId tenant, RecallNoticeId notice, CancellationToken cancellationToken);

    /// <summary>The notices of a campaign by id; of one status or all; paged.</summary>
    Task<Page<RecallNotice>> ListAsync(
        TenantId tenant, RecallCampaignId campaign, RecallNoticeStatus? status, PageRequest page, CancellationToken cancellationToken);

    /// <summary>How many notices of a campaign are not closed.</summary>
    Task<int> OpenCountAsync(TenantId tenant, RecallCampaignId campaign, CancellationToken cancellationToken);

    /// <summary>Stages a new notice; a recipient has one per campaign, a second conflicts at the commit.</summary>
    void Add(IUnit unit, RecallNotice notice);

    /// <summary>Stages a changed notice; conflicts unless the version before is stored.</summary>
    void Save(IUnit unit, RecallNotice notice);
}
