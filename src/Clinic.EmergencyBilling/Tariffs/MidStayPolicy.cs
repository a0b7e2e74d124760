namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>Which version prices a stay during which the tariff changes.</summary>
public enum MidStayPolicy
{
    /// <summary>The versions in force when the stay began, to its end.</summary>
    LockAtStart,

    /// <summary>Each version from the instant it takes effect.</summary>
    SplitAtEffectiveInstant,

    /// <summary>The versions in force when the stay ends; never monotone.</summary>
    UseAtClose,
}
