namespace Clinic.Dispensing.Inquiries;

/// <summary>What waits for somebody.</summary>
public enum WorkKind
{
    /// <summary>Requests and urgent hand-overs that wait for an authoriser.</summary>
    ToAuthorise,

    /// <summary>Authorised and urgent requests that wait for the pharmacy, and preparations under way.</summary>
    ToPrepare,

    /// <summary>Preparations on hold.</summary>
    OnHold,

    /// <summary>Dispensations ready for pick-up.</summary>
    ToHandOver,

    /// <summary>Deliveries in use: doses, returns and waste are entered.</summary>
    InUse,

    /// <summary>Declared returns that wait to be counted.</summary>
    ToCount,

    /// <summary>Deliveries that wait for their books to be closed.</summary>
    ToReconcile,

    /// <summary>Deliveries whose difference is under review.</summary>
    UnderReview,
}
