using Clinic.Abstractions;

namespace Clinic.Pharmacy.Recalls;

/// <summary>Where a campaign stands.</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="Status">The status now.</param>
/// <param name="Blocked">The lots that this command blocked.</param>
/// <param name="Lots">All lots of the campaign.</param>
/// <param name="Notices">Recipients that this command found.</param>
/// <param name="Version">The version now stored.</param>
public sealed record RecallCampaignAnswer(
    RecallCampaignId Campaign, RecallCampaignStatus Status, IReadOnlyList<LotId> Blocked, int Lots, int Notices, long Version);
