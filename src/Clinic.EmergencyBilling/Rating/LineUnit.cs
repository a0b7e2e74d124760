namespace Clinic.EmergencyBilling.Rating;

/// <summary>What the quantity of a line counts.</summary>
public enum LineUnit
{
    /// <summary>Hours.</summary>
    Hour,

    /// <summary>Pieces.</summary>
    Each,

    /// <summary>Percent of the charge it rests on.</summary>
    Percent,
}
