namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>How lines become whole minor units.</summary>
public enum MoneyMode
{
    /// <summary>The exact total is rounded once and given to the lines by largest remainder.</summary>
    RoundTotalThenAllocate,

    /// <summary>Each line is rounded; the total is their sum.</summary>
    RoundLinesThenSum,

    /// <summary>Hours as printed, with two decimals, times the rate; then each line is rounded.</summary>
    DisplayedHoursTimesRate,
}
