namespace Clinic.EmergencyBilling.Stays;

/// <summary>What moves care on.</summary>
public enum ClinicalTrigger
{
    /// <summary>Somebody judges how urgent it is, first or again.</summary>
    Triage,

    /// <summary>Care begins, or goes on.</summary>
    BeginTreatment,

    /// <summary>Care is done; where to is to be said.</summary>
    AwaitDisposition,

    /// <summary>The patient leaves.</summary>
    Depart,

    /// <summary>The patient comes back, or never had left.</summary>
    Return,

    /// <summary>The visit did not happen.</summary>
    Cancel,
}
