namespace Clinic.EmergencyBilling.Stays;

/// <summary>What an event of a stay says.</summary>
public enum StayEventKind
{
    /// <summary>The patient came, with payer, service line, acuity and department as known.</summary>
    Registered,

    /// <summary>The billing clock began.</summary>
    Started,

    /// <summary>The clock stood still.</summary>
    Paused,

    /// <summary>The clock went on.</summary>
    Resumed,

    /// <summary>Another acuity holds from here on.</summary>
    AcuityChanged,

    /// <summary>Another payer, or none, from here on.</summary>
    PayerChanged,

    /// <summary>Another department, and perhaps service line, from here on.</summary>
    Transferred,

    /// <summary>Time taken out after the fact.</summary>
    CarvedOut,

    /// <summary>The clock ended with a disposition.</summary>
    Closed,

    /// <summary>The clock ended because the patient left.</summary>
    Abandoned,

    /// <summary>The clock went on after a close.</summary>
    Reopened,

    /// <summary>Takes the place of the time of an earlier event, which stays in the log.</summary>
    TimeCorrected,

    /// <summary>Care moved on.</summary>
    ClinicallyMoved,

    /// <summary>Nothing will be charged.</summary>
    MarkedNotBillable,

    /// <summary>An invoice was made.</summary>
    Invoiced,

    /// <summary>The invoice was paid.</summary>
    Settled,

    /// <summary>The invoice was taken back.</summary>
    Credited,

    /// <summary>The stay did not happen.</summary>
    Cancelled,

    /// <summary>The stay was entered by mistake.</summary>
    EnteredInError,
}
