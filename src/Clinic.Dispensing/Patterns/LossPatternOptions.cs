using System.ComponentModel.DataAnnotations;

namespace Clinic.Dispensing.Patterns;

/// <summary>How sure the scan must be before it asks people to look.</summary>
public sealed class LossPatternOptions
{
    /// <summary>The chance of any flag of one family in a hospital where nothing is wrong.</summary>
    /// <value>Default 0.01; 0.000001 to 0.2.</value>
    [Range(0.000001, 0.2)]
    public double Significance { get; set; } = 0.01;

    /// <summary>The least deliveries of a group.</summary>
    /// <value>Default 30; 10 to 100,000.</value>
    [Range(10, 100_000)]
    public int MinimumDeliveries { get; set; } = 30;

    /// <summary>The least losses of a group.</summary>
    /// <value>Default 6; 3 to 100,000.</value>
    [Range(3, 100_000)]
    public int MinimumLosses { get; set; } = 6;

    /// <summary>The least share of a delivery, on average, that a group loses above its peers.</summary>
    /// <value>Default 0.005, half a percent; 0 to 1.</value>
    [Range(0.0, 1.0)]
    public double MinimumExcess { get; set; } = 0.005;

    /// <summary>How many times as often as elsewhere a same or large loss must occur.</summary>
    /// <value>Default 3; 1.5 to 100.</value>
    [Range(1.5, 100)]
    public double MinimumRatio { get; set; } = 3;

    /// <summary>The most patterns of one scan, the clearest first.</summary>
    /// <value>Default 20; 1 to 200.</value>
    [Range(1, 200)]
    public int MostPatterns { get; set; } = 20;

    /// <summary>The most rows shown as evidence of a pattern, the largest losses first.</summary>
    /// <value>Default 25; 1 to 1,000.</value>
    [Range(1, 1000)]
    public int MostRows { get; set; } = 25;

    /// <summary>The longest period of one scan, in days.</summary>
    /// <value>Default 366; 7 to 1,100.</value>
    [Range(7, 1100)]
    public int LongestDays { get; set; } = 366;
}
