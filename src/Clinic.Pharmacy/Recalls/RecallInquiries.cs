using Clinic.Abstractions;
using Clinic.Pharmacy.Sales;

namespace Clinic.Pharmacy.Recalls;

/// <summary>Answers what is recalled, who received it and who was told; changes nothing.</summary>
public sealed class RecallInquiries(
    IRecallCampaignStore campaigns, IRecallNoticeStore notices, IPatientDirectory patients, ISiteDirectory sites, ISaleStore? sales = null)
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
        // A recall knows no sites: a department of another one received the goods as well.
        var departments = new Dictionary<DepartmentId, string>();
        foreach (var one in (await sites.SitesAsync(tenant, cancellationToken).ConfigureAwait(false)).Select(s => s.Id).Append(site).Distinct())
        {
            foreach (var d in await sites.DepartmentsAsync(tenant, one, cancellationToken).ConfigureAwait(false)) departments[d.Id] = d.Name;
        }

        var views = new List<RecallNoticeView>();
        foreach (var notice in shown)
        {
            var patient = notice.Recipient.Patient is { } id ? await patients.FindAsync(tenant, id, cancellationToken).ConfigureAwait(false) : null;
            var department = notice.Recipient.Department is { } d ? departments.GetValueOrDefault(d) : null;
            var buyer = patient?.Contact is null && notice.Recipient.Department is null ? await BuyerAsync(tenant, notice, cancellationToken).ConfigureAwait(false) : null;
            views.Add(new(notice.ToSnapshot(), patient?.Name ?? department ?? buyer?.Name, patient?.Contact ?? ContactOf(buyer)));
        }

        return views;
    }

    // Whoever bought without being a patient is known by the paper of the sale; the last one has the newest contact.
    private async Task<Buyer?> BuyerAsync(TenantId tenant, RecallNotice notice, CancellationToken ct)
    {
        if (sales is null) return null;
        foreach (var document in notice.Lines.OrderByDescending(l => l.Occurred).Select(l => l.Document).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (SaleHead.OfOwner(document) is { } id && await sales.FindBasketAsync(tenant, id, null, null, ct).ConfigureAwait(false) is { } sale) return sale.Head.Buyer;
        }

        return null;
    }

    private static string? ContactOf(Buyer? buyer) =>
        buyer is null || (buyer.Phone ?? buyer.Mail ?? buyer.Address) is null ? null : string.Join(" · ", new[] { buyer.Phone, buyer.Mail, buyer.Address }.OfType<string>());
}
