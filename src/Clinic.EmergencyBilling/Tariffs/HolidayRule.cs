namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>What a restriction says about holidays.</summary>
public enum HolidayRule
{
    /// <summary>Holidays are days like others.</summary>
    Any,

    /// <summary>Holidays only.</summary>
    Only,

    /// <summary>Never on holidays.</summary>
    Except,
}
