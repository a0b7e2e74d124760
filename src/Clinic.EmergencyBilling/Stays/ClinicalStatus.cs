namespace Clinic.EmergencyBilling.Stays;

/// <summary>How far care has come; never held up by billing.</summary>
public enum ClinicalStatus
{
    /// <summary>The patient has come.</summary>
    Registered,

    /// <summary>Triage has judged.</summary>
    Triaged,

    /// <summary>Care is going on.</summary>
    InTreatment,

    /// <summary>Care is done, where to is open.</summary>
    AwaitingDisposition,

    /// <summary>The patient has left the department.</summary>
    Departed,

    /// <summary>The visit did not happen.</summary>
    Cancelled,
}
