namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>Where the seconds go that rounding adds.</summary>
public enum Attribution
{
    /// <summary>Priced as if the stay had gone on in real time; keeps the charge monotone.</summary>
    ExtendForward,

    /// <summary>Priced like the last billed second, for contracts that say so; not monotone.</summary>
    LastBand,
}
