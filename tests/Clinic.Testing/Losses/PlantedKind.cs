namespace Clinic.Testing.Losses;

/// <summary>What goes wrong in a simulated hospital.</summary>
public enum PlantedKind
{
    /// <summary>500 ml vanish on certain nights, whoever works.</summary>
    CertainNights,

    /// <summary>Of everything one person receives, 5 % more vanishes.</summary>
    ShrinkOfOne,

    /// <summary>The same small amount vanishes again and again with one person.</summary>
    SameSmallLoss,
}
