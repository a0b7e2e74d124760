namespace Clinic.Pharmacy.Allocation;

/// <summary>What to do when not everything is available, or not in one lot.</summary>
public enum Completeness
{
    /// <summary>All of it over as many lots as needed, or nothing.</summary>
    AllOrNothing,

    /// <summary>What there is; the rest stays unallocated.</summary>
    Partial,

    /// <summary>All of it out of one lot, or nothing.</summary>
    SingleLotOnly,
}
