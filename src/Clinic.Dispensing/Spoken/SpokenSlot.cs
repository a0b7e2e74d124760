namespace Clinic.Dispensing.Spoken;

/// <summary>A part of a command that must be said, chosen or asked for.</summary>
public enum SpokenSlot
{
    /// <summary>How much is handed over, returned or discarded, with its unit.</summary>
    Quantity,

    /// <summary>The medicine in its presentation.</summary>
    Medication,

    /// <summary>The patient.</summary>
    Patient,

    /// <summary>The dose with its unit.</summary>
    Dose,

    /// <summary>The body weight, needed when a dose is said per kilogram.</summary>
    Weight,

    /// <summary>Why something is discarded or returned.</summary>
    Reason,

    /// <summary>The person who saw it.</summary>
    Witness,
}
