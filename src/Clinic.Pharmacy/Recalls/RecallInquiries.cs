using Clinic.Abstractions;

namespace Clinic.Pharmacy.Recalls;

/// <summary>Answers what is recalled, who received it and who was told; changes nothing.</summary>
public sealed class RecallInquiries(IRecallCampaignStore campaigns, IRecallNoticeStore notices, IPatientDirectory patients, ISiteDirectory sites)
{
    /// <summary>A campaign.</summary>
    /// <exception cref="PharmacyException">It is unknown.</exception>
    public async Task<RecallCampaign> CampaignAsync(TenantId tenant, RecallCampaignId campaign, CancellationToken cancellationToken = default) =>
        await campaigns.FindAsync(tenant, campaign, cancellationToken).ConfigureAwait(false)
        ?? throw new PharmacyException(PharmacyRules.RecallUnknown, ("campaign", campaign));

    /// <summary>Campaigns last opened first, of one status or all; paged.</summary>
    public Task<Page<RecallCampaign>> CampaignsAsync(TenantId tenant, RecallCampaignStatus? status, PageRequest page, CancellationToken cancellationToken = default) =>
        campaigns.ListAsync(tenant, status, page, cancellationToken);

    /// <summary>The notices of a campaign without names: what may be counted and exported.</summary>
    /// <exception cref="PharmacyException">The campaign is unknown.</exception>
    public async Task<Page<RecallNotice>> NoticesAsync(
        TenantId tenant, RecallCampaignId campaign, RecallNoticeStatus? status, PageRequest page, CancellationToken cancellationToken = default)
    {
        await CampaignAsync(tenant, campaign, cancellationToken).ConfigureAwait(false);
        return await notices.ListAsync(tenant, campaign, status, page, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Adds names and contacts to notices; the caller has noted in the audit that the patients are shown.</summary>
    public async Task<IReadOnlyList<RecallNoticeView>> WithContactsAsync(TenantId tenant, SiteId site, IReadOnlyList<RecallNotice> shown, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(shown);
        var departments = (await sites.DepartmentsAsync(tenant, site, cancellationToken).ConfigureAwait(false)).ToDictionary(d => d.Id, d => d.Name);
        var views = new List<RecallNoticeView>();
        foreach (var notice in shown)
        {
            var patient = notice.Recipient.Patient is { } id ? await patients.FindAsync(tenant, id, cancellationToken).ConfigureAwait(false) : null;
            var department = notice.Recipient.Department is { } d ? departments.GetValueOrDefault(d) : null;
            views.Add(new(notice.ToSnapshot(), patient?.Name ?? department, patient?.Contact));
        }

        return views;
    }
}
