namespace Clinic.EmergencyBilling;

/// <summary>The permanent types of the events that leave through the outbox; contents hold ids, words and codes only.</summary>
public static class EmergencyEvents
{
    /// <summary>A version of a tariff was put in force.</summary>
    public const string TariffPublished = "emergency.tariff-published";

    /// <summary>A patient was registered.</summary>
    public const string StayRegistered = "emergency.stay-registered";

    /// <summary>The clock of a stay began.</summary>
    public const string StayStarted = "emergency.stay-started";

    /// <summary>The clock of a stay stands still.</summary>
    public const string StayPaused = "emergency.stay-paused";

    /// <summary>The clock of a stay goes on.</summary>
    public const string StayResumed = "emergency.stay-resumed";

    /// <summary>The clock of a stay ended, by disposition or because the patient left.</summary>
    public const string StayClosed = "emergency.stay-closed";

    /// <summary>The clock of a closed stay goes on.</summary>
    public const string StayReopened = "emergency.stay-reopened";

    /// <summary>A time of a stay was corrected, or time taken out of it.</summary>
    public const string StayCorrected = "emergency.stay-corrected";

    /// <summary>Acuity, payer, department or service line of a stay changed.</summary>
    public const string StayTermsChanged = "emergency.stay-terms-changed";

    /// <summary>A stay was cancelled, declared not billable or entered in error.</summary>
    public const string StayEnded = "emergency.stay-ended";

    /// <summary>A stay was invoiced, settled or credited.</summary>
    public const string StayBilled = "emergency.stay-billed";

    /// <summary>Care of a patient moved on.</summary>
    public const string CareMoved = "emergency.care-moved";

    /// <summary>A patient left and the clock of the stay still runs.</summary>
    public const string DepartedWhileRunning = "emergency.departed-while-running";

    /// <summary>A level of an alert was raised in a stay, once in it; the first of its list is told.</summary>
    public const string StayAlertRaised = "emergency.stay-alert-raised";

    /// <summary>Nobody answered an alert of a stay in time; the next of its list is told.</summary>
    public const string StayAlertEscalated = "emergency.stay-alert-escalated";
}
