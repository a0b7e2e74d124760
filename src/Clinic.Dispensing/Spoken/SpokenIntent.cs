namespace Clinic.Dispensing.Spoken;

/// <summary>What may be asked by voice or text.</summary>
public enum SpokenIntent
{
    /// <summary>Containers are handed over for a patient.</summary>
    HandOver,

    /// <summary>A dose was given to a patient.</summary>
    Dose,

    /// <summary>Something unused comes back.</summary>
    Return,

    /// <summary>A remainder is discarded before a witness.</summary>
    Waste,
}
