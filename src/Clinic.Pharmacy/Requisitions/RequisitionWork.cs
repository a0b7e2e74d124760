namespace Clinic.Pharmacy.Requisitions;

/// <summary>What of the requisitions waits for somebody.</summary>
public enum RequisitionWork
{
    /// <summary>Came back and waits for the requesting department to change it.</summary>
    ToChange,

    /// <summary>Waits for the supplying department's decision.</summary>
    ToApprove,

    /// <summary>Waits for the supplying department to gather and send it.</summary>
    ToPick,

    /// <summary>A delivery is on its way to the requesting department.</summary>
    ToReceive,

    /// <summary>Something did not arrive and was neither found nor given up; for both departments.</summary>
    Short,
}
