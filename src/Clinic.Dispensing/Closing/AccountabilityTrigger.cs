namespace Clinic.Dispensing.Closing;

/// <summary>What moves the account of a dispensation.</summary>
public enum AccountabilityTrigger
{
    /// <summary>Something is handed over.</summary>
    HandOver,

    /// <summary>A dose within what is outstanding is reported.</summary>
    RecordDose,

    /// <summary>A dose beyond what is outstanding is reported and kept.</summary>
    RecordDoseBeyond,

    /// <summary>A dose is reversed, and perhaps entered anew.</summary>
    CorrectDose,

    /// <summary>The ward says what comes back.</summary>
    DeclareReturn,

    /// <summary>The pharmacy counts what came back.</summary>
    ConfirmReturn,

    /// <summary>A remainder is discarded.</summary>
    RecordWaste,

    /// <summary>The ward has finished.</summary>
    FinishUse,

    /// <summary>The time limit for use passed.</summary>
    Overdue,

    /// <summary>The books are closed.</summary>
    Close,

    /// <summary>A difference is put under review.</summary>
    RaiseDiscrepancy,

    /// <summary>Somebody adds what they know to a ticket.</summary>
    AddEvidence,

    /// <summary>A ticket is explained.</summary>
    ResolveExplained,

    /// <summary>A difference stays unexplained and is booked.</summary>
    ResolveUnexplained,

    /// <summary>A supervisor opens closed books again.</summary>
    Reopen,
}
