namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>Over which stretch of time a cap sums charges.</summary>
public enum CapWindow
{
    /// <summary>Each local date, of 23 or 25 hours too.</summary>
    CalendarDay,

    /// <summary>Windows of a fixed length from the start of the stay.</summary>
    Rolling,

    /// <summary>The whole stay.</summary>
    Stay,
}
