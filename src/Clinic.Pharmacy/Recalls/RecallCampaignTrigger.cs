namespace Clinic.Pharmacy.Recalls;

/// <summary>What may happen to a campaign.</summary>
public enum RecallCampaignTrigger
{
    /// <summary>More lots belong to it.</summary>
    TakeIn,

    /// <summary>It is done.</summary>
    Close,
}
