namespace Clinic.Pharmacy.Requisitions;

/// <summary>Where a requisition stands.</summary>
public enum RequisitionStatus
{
    /// <summary>Being written; it may still be changed.</summary>
    Draft,

    /// <summary>Waits for the pharmacist of the supplying department.</summary>
    Submitted,

    /// <summary>Came back with a comment, to be changed and submitted again.</summary>
    Returned,

    /// <summary>Granted in whole or in part; nobody picks it yet.</summary>
    Approved,

    /// <summary>Refused with a reason; final.</summary>
    Rejected,

    /// <summary>Somebody is gathering the goods.</summary>
    Picking,

    /// <summary>Some or all has left and its last delivery is on its way.</summary>
    Dispatched,

    /// <summary>A delivery was counted; a rest, a delivery or something short is still open.</summary>
    Received,

    /// <summary>Everything that was sent is accounted for and nothing more is sent; final.</summary>
    Completed,

    /// <summary>Paused before anything left; it resumes where it was.</summary>
    Suspended,

    /// <summary>Withdrawn before anything left; final.</summary>
    Cancelled,
}
