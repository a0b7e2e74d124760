namespace Clinic.EmergencyBilling.Spoken;

/// <summary>Limits of spoken commands about the clock.</summary>
public sealed class SpokenStayOptions
{
    /// <summary>What a recogniser of speech must at least be sure of; below it the speaker is asked again.</summary>
    /// <value>Default 0.6; 0 to 1.</value>
    public decimal LeastConfidence { get; set; } = 0.6m;

    /// <summary>How long ago a spoken time may lie, in hours.</summary>
    /// <value>Default 12; 1 to 24.</value>
    public int LongestBackHours { get; set; } = 12;

    /// <summary>The most candidates offered for one name.</summary>
    /// <value>Default 20; 1 to 100.</value>
    public int MostChoices { get; set; } = 20;
}
