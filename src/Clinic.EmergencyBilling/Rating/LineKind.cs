namespace Clinic.EmergencyBilling.Rating;

/// <summary>What a line charges for.</summary>
public enum LineKind
{
    /// <summary>Billed time at a rate per hour.</summary>
    Time,

    /// <summary>Blocks, fractions or coded units at a price each.</summary>
    Unit,

    /// <summary>An amount beside the time.</summary>
    Flat,

    /// <summary>An addition on a charge or on an hour.</summary>
    Surcharge,

    /// <summary>What charges were over a cap, negative.</summary>
    Cap,

    /// <summary>What was missing to the least charge.</summary>
    MinimumCharge,

    /// <summary>What was over the greatest charge, negative.</summary>
    MaximumCharge,

    /// <summary>A discount on what is left to charge, negative.</summary>
    Discount,
}
