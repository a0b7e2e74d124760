using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;

namespace Clinic.Pharmacy.Recalls;

/// <summary>What receipts ask: does an open campaign block this lot? They commit only if that is still true.</summary>
internal sealed class RecallWatch(IRecallCampaignStore campaigns)
{
    public async Task<OpenCampaigns> LookAsync(IUnit unit, CancellationToken ct)
    {
        var tenant = unit.Context.Tenant;
        // The version first: a campaign that opens between both reads makes the commit a conflict, never a gap.
        var version = await campaigns.WatchAsync(tenant, ct).ConfigureAwait(false);
        var open = await campaigns.OpenAsync(tenant, ct).ConfigureAwait(false);
        unit.Require(RecallFacts.Watch(tenant), version);
        return new(campaigns, open);
    }

    /// <summary>The open campaigns as one command saw them.</summary>
    internal sealed class OpenCampaigns(IRecallCampaignStore campaigns, IReadOnlyList<RecallCampaign> open)
    {
        /// <summary>The status in which a lot must come in; null when no campaign takes it.</summary>
        public LotStatus? StatusFor(LotSnapshot lot)
        {
            var taking = open.Where(c => c.Scope.Takes(lot)).ToList();
            return taking.Count == 0 ? null : taking.Any(c => c.Measure == RecallMeasure.Recall) ? LotStatus.Recalled : LotStatus.Quarantined;
        }

        /// <summary>Notes new lots in every campaign that takes them.</summary>
        public void TakeIn(IUnit unit, IReadOnlyList<LotSnapshot> received)
        {
            foreach (var campaign in open)
            {
                var taken = received.Where(campaign.Scope.Takes).Select(l => new RecalledLot(l.Id, l.Presentation, l.Number, unit.Now)).ToList();
                if (taken.Count == 0) continue;
                var next = campaign.TakeIn(taken);
                campaigns.Save(unit, next);
                unit.Audit("recall.lots-received", next.Fact, $"{taken.Count} lots");
            }
        }
    }
}
