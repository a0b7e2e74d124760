namespace Clinic.EmergencyBilling.Spoken;

/// <summary>The languages in which commands about the clock are understood and answered.</summary>
public enum SpokenLanguage
{
    /// <summary>Spanish.</summary>
    Spanish,

    /// <summary>English.</summary>
    English,
}
