namespace Clinic.EmergencyBilling.Stays;

/// <summary>Where an event of a stay came from.</summary>
public enum StaySource
{
    /// <summary>Typed at a desk.</summary>
    Reception,

    /// <summary>Said and confirmed.</summary>
    Voice,

    /// <summary>Brought in from another system.</summary>
    Import,

    /// <summary>Done by a job.</summary>
    System,
}
