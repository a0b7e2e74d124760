namespace Clinic.Pharmacy.Alerts;

/// <summary>Where an alert stands.</summary>
public enum AlertStatus
{
    /// <summary>Raised, and nobody has answered.</summary>
    Open,

    /// <summary>Nobody answered in time; the next people were told.</summary>
    Escalated,

    /// <summary>Somebody saw it and looks after it; it escalates no more.</summary>
    Acknowledged,

    /// <summary>Put off until a time, when it opens again.</summary>
    Snoozed,

    /// <summary>Over, by a person or because its cause went away.</summary>
    Resolved,
}
