namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>Whose date decides weekday, holiday and date range in a band over midnight.</summary>
public enum DayBasis
{
    /// <summary>The local date of each instant.</summary>
    Instant,

    /// <summary>The local date on which the band began, so that Friday night ends on Saturday morning.</summary>
    BandStart,
}
