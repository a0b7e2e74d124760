namespace Clinic.EmergencyBilling.Stays;

/// <summary>What moves a stay on its way to a settled bill.</summary>
public enum StayTrigger
{
    /// <summary>The billing clock begins.</summary>
    Start,

    /// <summary>The stay will not happen.</summary>
    Cancel,

    /// <summary>It was entered by mistake.</summary>
    EnterInError,

    /// <summary>The billing clock stands still.</summary>
    Pause,

    /// <summary>The billing clock goes on.</summary>
    Resume,

    /// <summary>The clock ends with a disposition.</summary>
    Close,

    /// <summary>The clock ends because the patient left.</summary>
    Abandon,

    /// <summary>Triage judged anew.</summary>
    ChangeAcuity,

    /// <summary>Somebody else pays from now on.</summary>
    ChangePayer,

    /// <summary>Time is taken out of the bill.</summary>
    AddCarveOut,

    /// <summary>Another department takes over.</summary>
    Transfer,

    /// <summary>The time of an event was wrong.</summary>
    CorrectTime,

    /// <summary>The clock goes on after it was closed.</summary>
    Reopen,

    /// <summary>The statement became an invoice.</summary>
    Invoice,

    /// <summary>Nothing will be charged.</summary>
    MarkNotBillable,

    /// <summary>The invoice was paid.</summary>
    Settle,

    /// <summary>Reversing lines took the invoice back.</summary>
    Credit,
}
