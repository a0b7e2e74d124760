namespace Clinic.Pharmacy.Lots;

/// <summary>Whether a lot may be used. Expired is derived from the date, never stored.</summary>
public enum LotStatus
{
    /// <summary>May be picked while it is not expired.</summary>
    Approved,

    /// <summary>Not picked for the moment; reservations stay.</summary>
    OnHold,

    /// <summary>Not picked until a pharmacist has looked; reservations are released.</summary>
    Quarantined,

    /// <summary>Recalled by manufacturer or authority; never picked again.</summary>
    Recalled,

    /// <summary>Damaged as a whole; never picked again.</summary>
    Damaged,
}
