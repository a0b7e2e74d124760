namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>Which acuity prices a stay that was triaged again.</summary>
public enum AcuityPolicy
{
    /// <summary>Each part of the stay at its own acuity.</summary>
    SplitAtChange,

    /// <summary>The most urgent acuity of the stay prices all of it.</summary>
    HighestOfStay,

    /// <summary>The acuity at the start prices all of it.</summary>
    AtStart,

    /// <summary>The last acuity prices all of it.</summary>
    AtClose,
}
