namespace Clinic.Dispensing.Dispensations;

/// <summary>Which instant of a dispensation has passed.</summary>
public enum DeadlineKind
{
    /// <summary>The validity of a request that is not being prepared.</summary>
    Validity,

    /// <summary>The end of a hold.</summary>
    Hold,

    /// <summary>The authorisation of an urgent hand-over, with no ticket about it yet.</summary>
    Authorisation,

    /// <summary>The end of use, while the account is open.</summary>
    Use,

    /// <summary>The recipient's confirmation of what two people attested, with no ticket about it yet.</summary>
    Confirmation,

    /// <summary>The due time of an open ticket, moved on at each escalation.</summary>
    Ticket,
}
