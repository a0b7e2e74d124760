namespace Clinic.EmergencyBilling.Spoken;

/// <summary>A part of a command about the clock that must be said, chosen or asked for.</summary>
public enum StaySlot
{
    /// <summary>The patient.</summary>
    Patient,

    /// <summary>Which of the patient's open stays.</summary>
    Stay,

    /// <summary>When it happened.</summary>
    Time,

    /// <summary>Why the clock stands still.</summary>
    Reason,

    /// <summary>Where the patient goes.</summary>
    Disposition,
}
