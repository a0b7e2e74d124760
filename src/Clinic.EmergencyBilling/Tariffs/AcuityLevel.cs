namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>How urgent a patient is, as triage judged; an input, never derived from time.</summary>
public enum AcuityLevel
{
    /// <summary>Level 1: at once.</summary>
    Resuscitation = 1,

    /// <summary>Level 2: within minutes.</summary>
    Emergent = 2,

    /// <summary>Level 3: within half an hour.</summary>
    Urgent = 3,

    /// <summary>Level 4: within an hour or two.</summary>
    LessUrgent = 4,

    /// <summary>Level 5: may wait.</summary>
    NonUrgent = 5,
}
