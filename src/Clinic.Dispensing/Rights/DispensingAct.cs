namespace Clinic.Dispensing.Rights;

/// <summary>What dispensing lets some roles do and others not.</summary>
public enum DispensingAct
{
    /// <summary>Read dispensations and their logs.</summary>
    Read,

    /// <summary>Write checklists.</summary>
    ManageChecklists,

    /// <summary>Ask for medicines.</summary>
    Request,

    /// <summary>Authorise or decline.</summary>
    Authorise,

    /// <summary>Keep stock aside, confirm, substitute, hold, cancel, stop.</summary>
    Prepare,

    /// <summary>Check the preparation of somebody else.</summary>
    Check,

    /// <summary>Hand over.</summary>
    HandOver,

    /// <summary>Receive and later use.</summary>
    Receive,

    /// <summary>Attest a hand-over, or be the second person at one.</summary>
    Attest,

    /// <summary>Record and correct doses, declare returns, finish use.</summary>
    Use,

    /// <summary>Discard remainders.</summary>
    Waste,

    /// <summary>Witness that a remainder is discarded.</summary>
    Witness,

    /// <summary>Count what comes back.</summary>
    CountReturn,

    /// <summary>Close the books, or put a difference under review.</summary>
    Close,

    /// <summary>Add evidence to a ticket.</summary>
    AddEvidence,

    /// <summary>Assign and resolve tickets, reopen books, mark as entered in error.</summary>
    Supervise,

    /// <summary>Approve the resolution of somebody else.</summary>
    Approve,

    /// <summary>Compare deliveries with the bill.</summary>
    MatchBilling,

    /// <summary>Look for patterns in losses.</summary>
    ReviewLosses,

    /// <summary>Do what time does: lapse, end holds, find overdue ones.</summary>
    Clock,
}
