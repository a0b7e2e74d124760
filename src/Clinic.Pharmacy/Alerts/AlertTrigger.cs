namespace Clinic.Pharmacy.Alerts;

/// <summary>What may happen to an alert.</summary>
public enum AlertTrigger
{
    /// <summary>Somebody saw it and looks after it.</summary>
    Acknowledge,

    /// <summary>Somebody puts it off.</summary>
    Snooze,

    /// <summary>The time it was put off to has come.</summary>
    Wake,

    /// <summary>Nobody answered in time.</summary>
    Escalate,

    /// <summary>It is over.</summary>
    Resolve,
}
