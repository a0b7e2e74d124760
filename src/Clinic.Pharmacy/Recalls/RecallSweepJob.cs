using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Recalls;

/// <summary>Looks for lots that belong to an open campaign and are not blocked by it yet.</summary>
public sealed class RecallSweepJob(RecallCampaigns recalls, IRecallCampaignStore campaigns, ISiteDirectory sites, IIdGenerator ids) : IClinicJob
{
    private const int MostPerRun = 50;

    /// <inheritdoc/>
    public string Name => "pharmacy.recall-sweep";

    /// <inheritdoc/>
    public Duration Every => Duration.FromMinutes(5);

    /// <inheritdoc/>
    public async Task<JobReport> RunOnceAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var all = await sites.SitesAsync(tenant, cancellationToken).ConfigureAwait(false);
        if (all.Count == 0) return JobReport.Nothing;
        var done = 0;
        foreach (var campaign in (await campaigns.OpenAsync(tenant, cancellationToken).ConfigureAwait(false)).Take(MostPerRun))
        {
            var x = new CommandContext(tenant, all[0].Id, Actor.System, "job", ids.Next<CommandId>());
            done += (await recalls.SweepAsync(x, new SweepRecall(campaign.Id), cancellationToken).ConfigureAwait(false)).Blocked.Count;
        }

        return new(done);
    }
}
