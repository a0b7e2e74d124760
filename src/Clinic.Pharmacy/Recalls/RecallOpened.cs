namespace Clinic.Pharmacy.Recalls;

/// <summary>The content of the event <see cref="PharmacyEvents.RecallOpened"/>.</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="Urgency">How dangerous the goods are.</param>
/// <param name="Lots">How many lots are blocked.</param>
/// <param name="Recipients">How many recipients must be told.</param>
/// <param name="Reason">Why.</param>
/// <param name="Document">The notice of the manufacturer or authority, or null.</param>
public sealed record RecallOpened(RecallCampaignId Campaign, RecallUrgency Urgency, int Lots, int Recipients, string Reason, string? Document);
