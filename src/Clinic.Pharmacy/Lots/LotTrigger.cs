namespace Clinic.Pharmacy.Lots;

/// <summary>What may happen to the status of a lot.</summary>
public enum LotTrigger
{
    /// <summary>Stop picking for the moment.</summary>
    Hold,

    /// <summary>Doubtful: stop picking until looked at.</summary>
    Quarantine,

    /// <summary>Looked at and good: pick again.</summary>
    Approve,

    /// <summary>Called back by manufacturer or authority.</summary>
    Recall,

    /// <summary>Damaged as a whole.</summary>
    Damage,
}
