namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>Which instant decides whether a surcharge applies.</summary>
public enum SurchargeTrigger
{
    /// <summary>Each billed instant for itself.</summary>
    Instant,

    /// <summary>The instant at which the stay began decides for all of it.</summary>
    Commencement,
}
