namespace Clinic.Pharmacy.Recalls;

/// <summary>Closes a campaign once everybody answered and nothing blocked is left.</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="Conclusion">What came of it; at most 200 characters.</param>
public sealed record CloseRecall(RecallCampaignId Campaign, long Version, string? Conclusion = null) : PharmacyCommand<RecallCampaignAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.close-recall";
}
