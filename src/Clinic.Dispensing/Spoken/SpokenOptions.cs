using System.ComponentModel.DataAnnotations;

namespace Clinic.Dispensing.Spoken;

/// <summary>Limits of spoken commands.</summary>
public sealed class SpokenOptions
{
    /// <summary>The most base units of one command; more is taken for a slip of the tongue.</summary>
    /// <value>Default 1,000; 1 to 1,000,000.</value>
    [Range(1, 1_000_000)]
    public int LargestQuantity { get; set; } = 1_000;

    /// <summary>Whether a hand-over must say its dose.</summary>
    /// <value>Default true.</value>
    public bool HandOverNeedsDose { get; set; } = true;

    /// <summary>The most candidates offered for one name.</summary>
    /// <value>Default 20; 1 to 100.</value>
    [Range(1, 100)]
    public int MostChoices { get; set; } = 20;
}
