namespace Clinic.Pharmacy.Requisitions;

/// <summary>How soon it is needed.</summary>
public enum RequisitionPriority
{
    /// <summary>In the usual round.</summary>
    Routine,

    /// <summary>Before the usual round.</summary>
    Urgent,

    /// <summary>At once.</summary>
    Stat,
}
