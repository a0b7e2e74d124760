namespace Clinic.Pharmacy.CountSessions;

/// <summary>How much of the value at a location a presentation makes up (ABC analysis).</summary>
public enum ValueClass
{
    /// <summary>The few that hold most of the value.</summary>
    A,

    /// <summary>The next ones.</summary>
    B,

    /// <summary>The many that hold little of it.</summary>
    C,
}
