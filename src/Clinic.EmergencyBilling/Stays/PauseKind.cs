namespace Clinic.EmergencyBilling.Stays;

/// <summary>Why the billing clock stands still.</summary>
public enum PauseKind
{
    /// <summary>A procedure that is charged by itself.</summary>
    Procedure,

    /// <summary>On the way to or from a study.</summary>
    Transport,

    /// <summary>The clinic's own delay.</summary>
    Administrative,

    /// <summary>Away with leave; the only pause in which FHIR puts the encounter on hold.</summary>
    OnLeave,

    /// <summary>Something that the reason says.</summary>
    Other,
}
