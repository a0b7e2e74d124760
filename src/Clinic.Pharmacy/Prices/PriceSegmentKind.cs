namespace Clinic.Pharmacy.Prices;

/// <summary>Who pays a price.</summary>
public enum PriceSegmentKind
{
    /// <summary>Patients who pay for themselves, and the public.</summary>
    Patient,

    /// <summary>An insurer, by its code.</summary>
    Insurer,

    /// <summary>People who work in the clinic.</summary>
    Staff,

    /// <summary>A department of the clinic that is charged inside the house.</summary>
    Department,
}
