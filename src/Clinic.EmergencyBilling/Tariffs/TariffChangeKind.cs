namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>What can be done to a tariff.</summary>
public enum TariffChangeKind
{
    /// <summary>It was made, without prices.</summary>
    Created,

    /// <summary>A version was written that prices nothing yet.</summary>
    Drafted,

    /// <summary>A version was put in force.</summary>
    Published,

    /// <summary>A version took the place and the dates of a wrong one.</summary>
    Corrected,

    /// <summary>The version in force was given an end.</summary>
    Ended,
}
