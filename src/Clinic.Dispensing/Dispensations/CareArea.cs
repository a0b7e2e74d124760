namespace Clinic.Dispensing.Dispensations;

/// <summary>The kind of place where a medicine is given.</summary>
public enum CareArea
{
    /// <summary>Emergency department.</summary>
    Emergency,

    /// <summary>Ward (hospitalización).</summary>
    Ward,

    /// <summary>Intensive care unit.</summary>
    IntensiveCare,

    /// <summary>Operating theatre and recovery.</summary>
    Theatre,

    /// <summary>Outpatients, day hospital and anything else.</summary>
    Outpatient,
}
