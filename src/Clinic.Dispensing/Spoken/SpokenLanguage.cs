namespace Clinic.Dispensing.Spoken;

/// <summary>The languages in which commands are understood and answered.</summary>
public enum SpokenLanguage
{
    /// <summary>Spanish.</summary>
    Spanish,

    /// <summary>English.</summary>
    English,
}
