namespace Clinic.EmergencyBilling.Spoken;

/// <summary>What may be asked of the clock of a stay by voice or text.</summary>
public enum StayIntent
{
    /// <summary>The clock begins.</summary>
    Start,

    /// <summary>The clock stands still for a reason.</summary>
    Pause,

    /// <summary>The clock goes on.</summary>
    Resume,

    /// <summary>The clock ends with a disposition.</summary>
    Close,
}
