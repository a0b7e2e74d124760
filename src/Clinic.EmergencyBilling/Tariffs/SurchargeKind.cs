namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>What the figure of a surcharge means.</summary>
public enum SurchargeKind
{
    /// <summary>A percentage of the time charges it falls on; flat prices are left out.</summary>
    Percent,

    /// <summary>An amount per billed hour.</summary>
    PerHour,

    /// <summary>An amount once per stay, outside stacking.</summary>
    Once,
}
