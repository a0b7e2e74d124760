namespace Clinic.Pharmacy.CountSessions;

/// <summary>How much of a location a session counts.</summary>
public enum CountSessionKind
{
    /// <summary>Everything that lies at the location.</summary>
    Full,

    /// <summary>A part of it: a medication, a class, or what was not counted for a while.</summary>
    Cycle,
}
