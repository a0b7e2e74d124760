namespace Clinic.EmergencyBilling.Alerts;

/// <summary>Where an alert of a stay stands.</summary>
public enum StayAlertStatus
{
    /// <summary>Nobody has answered; the next in the list is told after a while.</summary>
    Open,

    /// <summary>Somebody looks after it; nobody else is told.</summary>
    Acknowledged,

    /// <summary>Over, because the stay ended or what it warned of did.</summary>
    Cleared,
}
