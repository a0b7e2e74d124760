namespace Clinic.EmergencyBilling.Alerts;

/// <summary>What happens to an alert of a stay.</summary>
public enum StayAlertTrigger
{
    /// <summary>Nobody answered in time; the next in the list is told.</summary>
    Escalate,

    /// <summary>Somebody says that they look after it.</summary>
    Acknowledge,

    /// <summary>What it warned of is over.</summary>
    Clear,
}
