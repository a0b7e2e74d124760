namespace Clinic.EmergencyBilling.Alerts;

/// <summary>Which elapsed time of an open stay a threshold is held against.</summary>
public enum AlertClock
{
    /// <summary>Time since the start, pauses included.</summary>
    Presence,

    /// <summary>Time without pauses and carve-outs; it stands still in a pause.</summary>
    Billable,

    /// <summary>Time since the patient was triaged; it does not run before.</summary>
    SinceTriage,

    /// <summary>Time in the pause that lasts now; each pause counts anew.</summary>
    Paused,
}
