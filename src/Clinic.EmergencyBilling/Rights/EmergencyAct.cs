namespace Clinic.EmergencyBilling.Rights;

/// <summary>What somebody may do in emergency billing.</summary>
public enum EmergencyAct
{
    /// <summary>Reads tariffs, calendars and their history.</summary>
    ReadTariffs,

    /// <summary>Writes drafts of tariffs, and holiday calendars.</summary>
    WriteTariffs,

    /// <summary>Puts a version of a tariff in force.</summary>
    PublishTariffs,

    /// <summary>Sees stays, their logs and running amounts.</summary>
    ReadStays,

    /// <summary>Registers patients who come.</summary>
    RegisterStay,

    /// <summary>Starts, pauses and resumes the clock; says acuity, payer and department.</summary>
    RunClock,

    /// <summary>Ends the clock, or says that the patient left.</summary>
    CloseStay,

    /// <summary>Says how far care has come.</summary>
    MoveCare,

    /// <summary>Corrects times, and takes time out of a bill.</summary>
    CorrectTimes,

    /// <summary>Stands by what somebody else entered late, or after the close.</summary>
    ApproveCorrections,

    /// <summary>Lets the clock of a closed stay go on.</summary>
    ReopenStay,

    /// <summary>Cancels a stay whose clock never began.</summary>
    CancelStay,

    /// <summary>Declares a stay entered in error, or not billable.</summary>
    VoidStay,

    /// <summary>Reads bills and invoices.</summary>
    ReadBills,

    /// <summary>Asks for the invoices of a stay.</summary>
    InvoiceStay,

    /// <summary>Says that a stay is paid.</summary>
    SettleStay,

    /// <summary>Takes back what was invoiced.</summary>
    CreditStay,

    /// <summary>Prices a closed stay again.</summary>
    RepriceStay,

    /// <summary>Sees alerts of stays.</summary>
    ReadAlerts,

    /// <summary>Says that somebody looks after an alert of a stay.</summary>
    AnswerAlerts,

    /// <summary>Reads what the stays of a site are warned of.</summary>
    ReadAlertRules,

    /// <summary>Says what the stays of a site are warned of.</summary>
    SetAlertRules,
    /// <summary>Reads what was charged, what runs, and who changed what.</summary>
    ReadReports,
}
