namespace Clinic.Pharmacy.Sales;

/// <summary>How goods come back; only what may be sold again returns to where it is picked.</summary>
public enum GoodsCondition
{
    /// <summary>Unopened and kept well: back to the same lot.</summary>
    Sellable,

    /// <summary>Opened: to quarantine, to be discarded.</summary>
    Opened,

    /// <summary>Perhaps spoiled, warm or out of sight: to quarantine, to be judged.</summary>
    Doubtful,
}
