namespace Clinic.EmergencyBilling.Stays;

/// <summary>Which instant a typed local time means where the clock was changed.</summary>
public enum LocalChoice
{
    /// <summary>Only a time that happened exactly once.</summary>
    Strict,

    /// <summary>The earlier of the two instants.</summary>
    Earlier,

    /// <summary>The later of the two instants.</summary>
    Later,
}
