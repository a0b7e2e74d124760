namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>What the figure of a discount means.</summary>
public enum DiscountKind
{
    /// <summary>A percentage of the charges it falls on, after caps and limits.</summary>
    Percent,

    /// <summary>An amount once per stay, at most what the charges come to.</summary>
    Amount,
}
