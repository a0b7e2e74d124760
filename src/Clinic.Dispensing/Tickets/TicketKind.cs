namespace Clinic.Dispensing.Tickets;

/// <summary>What a ticket is about.</summary>
public enum TicketKind
{
    /// <summary>Used, returned and wasted are not what was delivered.</summary>
    Difference,

    /// <summary>More was reported as given than was delivered.</summary>
    DoseBeyondDelivered,

    /// <summary>The pharmacy counted something else than the ward declared.</summary>
    ReturnDiffers,

    /// <summary>The time limit for use passed and something is outstanding.</summary>
    OverdueRemainder,

    /// <summary>Waste that needs a witness had none.</summary>
    MissingWitness,

    /// <summary>An urgent hand-over was not authorised in time.</summary>
    LateAuthorisation,

    /// <summary>What was billed is not what was delivered; says nothing about the account of the medicine.</summary>
    BillingDiffers,

    /// <summary>A recipient did not confirm in time what two people attested.</summary>
    UnconfirmedReceipt,
}
