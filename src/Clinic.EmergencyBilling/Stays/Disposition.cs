namespace Clinic.EmergencyBilling.Stays;

/// <summary>How a stay ended.</summary>
public enum Disposition
{
    /// <summary>Went home.</summary>
    Discharged,

    /// <summary>Became an inpatient here.</summary>
    Admitted,

    /// <summary>Went to another institution.</summary>
    Transferred,

    /// <summary>Left before care began.</summary>
    LeftWithoutBeingSeen,

    /// <summary>Left against advice.</summary>
    AgainstAdvice,

    /// <summary>Died.</summary>
    Deceased,
}
