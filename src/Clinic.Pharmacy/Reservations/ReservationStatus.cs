namespace Clinic.Pharmacy.Reservations;

/// <summary>Whether a reservation still keeps stock aside.</summary>
public enum ReservationStatus
{
    /// <summary>Keeps stock aside until its expiry instant.</summary>
    Active,

    /// <summary>All of it was issued.</summary>
    Consumed,

    /// <summary>Given free by its owner, a recall, a count or waste.</summary>
    Released,

    /// <summary>Ran out.</summary>
    Expired,
}
