namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>Where a version of a tariff stands.</summary>
public enum TariffStatus
{
    /// <summary>May be simulated, prices nothing.</summary>
    Draft,

    /// <summary>Prices stays; never changed again.</summary>
    Published,

    /// <summary>Corrected by another version of the same dates; kept for the audit.</summary>
    Superseded,
}
