namespace Clinic.Pharmacy.Alerts;

/// <summary>What the pharmacy warns of.</summary>
public enum AlertKind
{
    /// <summary>A lot nears or has passed its last usable day.</summary>
    Expiry,

    /// <summary>There is less than the minimum, in units or in days of supply.</summary>
    LowStock,

    /// <summary>Some of a lot will not be used before it expires.</summary>
    ExpiryRisk,

    /// <summary>A day's consumption is far from the same weekdays before.</summary>
    UnusualConsumption,

    /// <summary>A ticket or difference was left open too long.</summary>
    DiscrepancyOpen,
}
