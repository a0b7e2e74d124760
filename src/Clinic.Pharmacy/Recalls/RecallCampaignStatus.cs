namespace Clinic.Pharmacy.Recalls;

/// <summary>Where a campaign stands.</summary>
public enum RecallCampaignStatus
{
    /// <summary>Blocks what it takes in, also what is received later.</summary>
    Open,

    /// <summary>Every recipient answered and nothing blocked is left; lots stay as they are.</summary>
    Closed,
}
