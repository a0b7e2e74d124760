namespace Clinic.Dispensing.Usage;

/// <summary>What an entry of the dose log says.</summary>
public enum DoseKind
{
    /// <summary>A dose was given.</summary>
    Dose,

    /// <summary>All that was outstanding was given, confirmed at once.</summary>
    AllUsed,

    /// <summary>An earlier entry is taken back.</summary>
    Reversal,
}
