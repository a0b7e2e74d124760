namespace Clinic.EmergencyBilling.Stays;

/// <summary>Where a stay stands on its way to a settled bill; the clinical side is a status of its own.</summary>
public enum StayStatus
{
    /// <summary>The patient is here and the clock has not begun; FHIR charge item planned.</summary>
    Registered,

    /// <summary>The billing clock runs.</summary>
    Running,

    /// <summary>The billing clock stands still for a reason, the patient is still ours.</summary>
    Paused,

    /// <summary>The clock has ended; charges may be corrected and invoiced; FHIR charge item billable.</summary>
    Closed,

    /// <summary>An invoice says what is owed; only a credit changes it; FHIR charge item billed.</summary>
    Invoiced,

    /// <summary>The invoice is paid; FHIR invoice balanced.</summary>
    Settled,

    /// <summary>Reversing lines took the invoice back; it may be billed anew.</summary>
    Credited,

    /// <summary>Nothing will be charged; FHIR charge item not-billable.</summary>
    NotBillable,

    /// <summary>The patient never was treated; the clock never began.</summary>
    Cancelled,

    /// <summary>Entered by mistake, whatever it says.</summary>
    EnteredInError,
}
