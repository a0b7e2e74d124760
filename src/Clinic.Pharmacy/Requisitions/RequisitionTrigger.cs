namespace Clinic.Pharmacy.Requisitions;

/// <summary>What moves a requisition.</summary>
public enum RequisitionTrigger
{
    /// <summary>Write it, or write it anew.</summary>
    Change,

    /// <summary>Hand it to the supplying department.</summary>
    Submit,

    /// <summary>Grant it in whole or in part.</summary>
    Approve,

    /// <summary>Refuse it.</summary>
    Reject,

    /// <summary>Send it back for changes.</summary>
    Return,

    /// <summary>Begin to gather the goods.</summary>
    Pick,

    /// <summary>Send some or all that is still to be sent.</summary>
    Dispatch,

    /// <summary>Decide that the rest is not sent.</summary>
    CloseRest,

    /// <summary>Count a delivery, or take in what was short and is found.</summary>
    Receive,

    /// <summary>Give up what never arrived.</summary>
    WriteOff,

    /// <summary>Nothing is open any more.</summary>
    Complete,

    /// <summary>Pause it.</summary>
    Suspend,

    /// <summary>Go on where it was paused.</summary>
    Resume,

    /// <summary>Withdraw it.</summary>
    Cancel,
}
