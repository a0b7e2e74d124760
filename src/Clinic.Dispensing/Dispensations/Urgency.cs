namespace Clinic.Dispensing.Dispensations;

/// <summary>Whether a request may go ahead of its authorisation.</summary>
public enum Urgency
{
    /// <summary>Waits for authorisation.</summary>
    Routine,

    /// <summary>May be handed over first and authorised afterwards, by a deadline.</summary>
    Urgent,
}
