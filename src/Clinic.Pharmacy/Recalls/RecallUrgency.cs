namespace Clinic.Pharmacy.Recalls;

/// <summary>How dangerous the goods are, as authorities class recalls.</summary>
/// <seealso href="https://www.ecfr.gov/current/title-21/section-7.3"/>
public enum RecallUrgency
{
    /// <summary>May cause serious harm or death.</summary>
    ClassI,

    /// <summary>May cause temporary or reversible harm.</summary>
    ClassII,

    /// <summary>Is not likely to cause harm.</summary>
    ClassIII,
}
