namespace Clinic.Pharmacy.Recalls;

/// <summary>Takes in what belongs to an open campaign and slipped by, such as opening balances; safe to repeat.</summary>
/// <param name="Campaign">The campaign.</param>
public sealed record SweepRecall(RecallCampaignId Campaign) : PharmacyCommand<RecallCampaignAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.sweep-recall";
}
