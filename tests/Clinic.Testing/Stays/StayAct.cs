namespace Clinic.Testing.Stays;

/// <summary>What can be tried in a history of stays.</summary>
public enum StayAct
{
    /// <summary>Registers and starts.</summary>
    Begin,

    /// <summary>Pauses.</summary>
    Pause,

    /// <summary>Resumes.</summary>
    Resume,

    /// <summary>Says another payer.</summary>
    ChangePayer,

    /// <summary>Closes.</summary>
    Close,

    /// <summary>Corrects start or close.</summary>
    Correct,

    /// <summary>Takes time out.</summary>
    CarveOut,

    /// <summary>Reopens.</summary>
    Reopen,

    /// <summary>Asks for invoices.</summary>
    Invoice,

    /// <summary>Takes documents to the issuer.</summary>
    Deliver,

    /// <summary>Settles.</summary>
    Settle,

    /// <summary>Credits.</summary>
    Credit,

    /// <summary>Declares not billable.</summary>
    Waive,

    /// <summary>Declares entered in error.</summary>
    EnterInError,

    /// <summary>Publishes other prices from now on, or corrects those in force.</summary>
    ChangePrices,

    /// <summary>Prices again.</summary>
    Reprice,
}
